export default {
  title: 'Members', text: 'The people of your company who use BotPro, and what each of them may do.',
  search: 'Search by name or e-mail', invite: 'Invite',
  empty: 'Nobody else is here yet', emptyText: 'Invite your team to answer conversations together.',
  you: 'You', never: 'Never signed in', seen: 'Seen {when}', invited: 'Invited {when}',
  status: { INVITED: 'Invitation sent', ACTIVE: 'Active', DISABLED: 'Disabled' },
  rights: {
    OWNER: 'Everything, the other owners too.', ADMIN: 'Configures the company, its channels and members.',
    SUPERVISOR: 'Answers, assigns conversations and sees the figures.', AGENT: 'Answers conversations.',
    ANALYST: 'Sees the figures; answers nobody.',
  },
  actions: {
    resend: 'Resend invitation', disable: 'Disable', enable: 'Enable', changeRole: 'Change role',
  },
  form: {
    title: 'Invite a member', text: 'They will get an e-mail with a link to choose a password.',
    name: 'Name', email: 'E-mail', role: 'Role', submit: 'Send invitation',
    exists: 'Somebody in the company already has this address.',
  },
  roleTitle: 'Role of {name}', roleText: 'The change holds at once, in open sessions too.', roleSubmit: 'Change role',
  disableTitle: 'Disable {name}?',
  disableText: 'They leave the company at once and cannot come back in. Their open conversations go back to the queue. Their history is kept, and you can enable them again at any time.',
  lastOwner: 'The company needs at least one active owner. Make somebody else an owner first.',
  done: {
    invited: 'Invitation sent to {email}', resent: 'Invitation sent again. The link before no longer works.',
    role: 'Role changed', disabled: '{name} can no longer enter', enabled: '{name} can enter again',
  },
}

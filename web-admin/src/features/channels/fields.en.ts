/** Words for what is filled in, by kind and by the names of the contract. `ANY` serves every kind that has none of its own. */
export default {
  ANY: {
    appSecret: { label: 'App secret', help: 'In Meta for Developers, inside your app: App settings → Basic → “App secret” → Show. By it we know that what comes is from Meta.', placeholder: '32 letters and digits' },
    accessToken: { label: 'Access token', help: 'The long token that you made at Meta. Paste it whole.', placeholder: 'EAAG…' },
    appId: { label: 'App ID', help: 'In Meta for Developers, inside your app: App settings → Basic → “App ID”. Digits only; it is neither the page’s nor the account’s.', placeholder: '1517776481860111' },
  },
  WHATSAPP: {
    phone: { label: 'WhatsApp number', help: 'The one that your customers see, with + and the country code.', placeholder: '+18095550001' },
    phoneNumberId: { label: 'Phone number ID', help: 'In Meta for Developers: your app → WhatsApp → API Setup. It is the “Phone number ID”, digits only; it is not the number.', placeholder: '106540352242922' },
    wabaId: { label: 'WhatsApp Business account ID', help: 'On the same page, right beside it: “WhatsApp Business Account ID”.', placeholder: '102290129340398' },
    accessToken: { label: 'Permanent access token', help: 'On business.facebook.com: Settings → System users → choose or add one → Generate token, without expiry, with the permissions whatsapp_business_messaging and whatsapp_business_management. The temporary token of 24 hours will not do.', placeholder: 'EAAG…' },
  },
  MESSENGER: {
    pageId: { label: 'Page ID', help: 'On your Facebook page: About → Page transparency → “Page ID”. Digits only.', placeholder: '104285711234567' },
    accessToken: { label: 'Page access token', help: 'In Meta for Developers: your app → Messenger → API Setup → add your page and press “Generate”.', placeholder: 'EAAG…' },
  },
  INSTAGRAM: {
    instagramId: { label: 'Instagram account ID', help: 'In Meta for Developers: your app → Instagram → API setup with Instagram login. It stands beside the name of your account; digits only.', placeholder: '17841400008460056' },
    appSecret: { label: 'Instagram app secret', help: 'In Meta for Developers: your app → Instagram → API setup with Instagram login → “Instagram app secret” → Show.', placeholder: '32 letters and digits' },
    accessToken: { label: 'Instagram access token', help: 'On the same page, press “Generate token” beside your account and sign in with it.', placeholder: 'IGAA…' },
  },
  TELEGRAM: {
    botToken: { label: 'Bot token', help: 'In Telegram, write to {\'@\'}BotFather and send /newbot, or /mybots if you have one. Copy the token that it gives you, with the colon.', placeholder: '123456789:AAE…' },
    botUsername: { label: 'Bot username', help: 'Without the {\'@\'}. If you leave it empty, we ask Telegram.', placeholder: 'shop_bot' },
  },
  SMS: {
    accountSid: { label: 'Account SID', help: 'On console.twilio.com, on the start page, under “Account Info”.', placeholder: 'AC…' },
    authToken: { label: 'Auth Token', help: 'In the same place: press “Show” and copy it.', placeholder: '32 letters and digits' },
    from: { label: 'Sending number', help: 'A number of your Twilio account, with + and country code. Leave it empty if you use a messaging service.', placeholder: '+18095550001' },
    messagingServiceSid: { label: 'Messaging service', help: 'At Twilio: Messaging → Services. Fill in this or the number.', placeholder: 'MG…' },
    mms: { label: 'Send pictures and files (MMS)', help: 'Only if your number may; usually so in the United States and Canada.', choice: { yes: 'Yes', no: 'No' } },
  },
  EMAIL: {
    address: { label: 'E-mail address', help: 'The one that your customers write to.', placeholder: 'help{\'@\'}example.com' },
    displayName: { label: 'Name that they see', help: 'The one that stands beside the address.', placeholder: 'Example Shop' },
    imapHost: { label: 'Server to receive (IMAP)', help: 'In your mail provider’s help, as “incoming mail server”.', placeholder: 'imap.example.com' },
    imapPort: { label: 'Port to receive', help: 'Nearly always 993.', placeholder: '993' },
    imapUser: { label: 'User to receive', help: 'Nearly always the whole address.', placeholder: 'help{\'@\'}example.com' },
    imapPassword: { label: 'Password to receive', help: 'If your mail asks for two steps, make an “app password” in its security settings and use that.' },
    mailbox: { label: 'Folder', help: 'The one that is read. INBOX is where mail comes in.', placeholder: 'INBOX' },
    smtpHost: { label: 'Server to send (SMTP)', help: 'In your provider’s help, as “outgoing mail server”.', placeholder: 'smtp.example.com' },
    smtpPort: { label: 'Port to send', help: 'Nearly always 465, or 587.', placeholder: '465' },
    smtpUser: { label: 'User to send', help: 'Empty: the same as to receive.', placeholder: 'help{\'@\'}example.com' },
    smtpPassword: { label: 'Password to send', help: 'Empty: the same as to receive.' },
    authservId: { label: 'Name of the server that verifies senders', help: 'What “Authentication-Results” begins with in a mail received. Without it no address counts as verified.', placeholder: 'mx.example.com' },
    returnAddress: { label: 'Return address', help: 'Signed: each bounce is matched with its message. Not every server takes it.', choice: { PLAIN: 'The usual one', SIGNED: 'Signed for each message' } },
  },
}

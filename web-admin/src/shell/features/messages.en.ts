export default {
  unlimited: 'No limit', monthly: '{count} a month', count: '{count}', hours: '{count} h',
  group: { CONVERSATIONS: 'Conversations', TEAM: 'Seats and bots', CHANNELS: 'Channels', PLATFORM: 'Features', SERVICE: 'Service' },
  name: {
    CONVERSATIONS: 'Conversations', WHATSAPP_UIC: 'WhatsApp: begun by the user (UIC)', WHATSAPP_BIC: 'WhatsApp: begun by the company (BIC)', PREDICTIVE_CALLS: 'Calls of predictive models',
    SEATS_ADMIN: 'Administrators', SEATS_SUPERVISOR: 'Supervisors', SEATS_AGENT: 'Agents', BOTS: 'Bots', INTEGRATION_HOURS: 'Integration hours',
    CHANNEL_WEB: 'Web site', CHANNEL_WHATSAPP: 'WhatsApp', CHANNEL_MESSENGER: 'Messenger', CHANNEL_TELEGRAM: 'Telegram', CHANNEL_INSTAGRAM: 'Instagram', CHANNEL_APP: 'Mobile app', CHANNEL_EMAIL: 'E-mail', CHANNEL_SMS: 'SMS',
    MENU_NLP: 'Main menu with natural language', MENU_SECOND: 'Second menu with Q&A', QA: 'Q&A', FLOWS_CUSTOM: 'Made-to-measure flows', DASHBOARD: 'Dashboard and reports', REPORTS_BI: 'Power BI and Looker Studio',
    DESK_ROUTING: 'Contact centre with routing', SURVEYS: 'Satisfaction surveys', CAMPAIGNS: 'Outbound campaigns', SENTIMENT: 'Sentiment analysis', PREDICTIVE_MODEL: 'Predictive models',
    QR: 'Links and QR codes', OTP: 'Two factors by OTP', KNOWN_DATA: 'Authentication by known data', INTERMEDIATE_DATABASE: 'Intermediate database', ACTIVE_DIRECTORY: 'Active Directory',
    SUPPORT_24X7: '24×7 support', TRAINING_COURSE: 'Training course', BOT_DESIGN: 'Bot design', MONTHLY_OPTIMISATION: 'Monthly optimisation', EXECUTIVE_REPORT: 'Monthly executive report',
  },
  what: {
    QA: 'Q&A answers from your frequent questions and your documents, and tells you what it could not answer.',
    SURVEYS: 'Surveys ask your customers when a conversation closes and show you CSAT and NPS week by week.',
    SENTIMENT: 'Sentiment analysis reads the mood of every conversation and points at those that cannot wait.',
    PREDICTIVE_MODEL: 'Predictive models let your flows ask models of your own, such as one of risk.',
    QR: 'Links and QR codes begin a conversation with a message already written, and tell you how many people come by each.',
  },
  locked: {
    title: 'Your plan does not include {feature}', ask: 'Ask your account executive at BotPro: it can be added today, or with your renewal.',
    askAdmin: 'Talk to an administrator of your company, who can see the plan and ask for it.', seePlan: 'See what my plan includes', keep: 'What you already have stored is kept.',
    noMore: 'Your plan goes up to {amount} of “{feature}”, and none is left. Ask your account executive for more.', not: 'Your plan does not include “{feature}”. Ask your account executive for it.',
  },
}

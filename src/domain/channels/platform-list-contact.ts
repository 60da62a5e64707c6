import { form, platform, words } from './platform-rules.ts';

/** Ways to write or ring: addresses, numbers and messaging. */
export const contactPlatforms = [
  platform({ key: 'e_mail', label: 'E-mail address', kind: 'e-mail', example: 'hello@council.example' }),
  platform({ key: 'phone', label: 'Phone line', kind: 'phone', example: '01632 960000' }),
  platform({ key: 'textphone', label: 'Textphone', kind: 'phone', example: '18001 01632 960000' }),
  platform({ key: 'sms', label: 'Text message number', kind: 'phone', example: '60777' }),
  platform({
    key: 'whatsapp',
    label: 'WhatsApp number',
    kind: 'messaging',
    hosts: ['wa.me', 'api.whatsapp.com', 'whatsapp.com'],
    patterns: [
      form('number', '/\\+?(?<handle>[1-9]\\d{6,14})', 'https://wa.me/{handle}', { hosts: ['wa.me'] }),
      form('number', '/send\\?phone=[+ ]?(?<handle>[1-9]\\d{6,14})', 'https://wa.me/{handle}', {
        query: 'phone',
        hosts: ['api.whatsapp.com', 'whatsapp.com'],
      }),
    ],
    needsUrl: false,
    example: 'https://wa.me/441632960000',
  }),
  platform({
    key: 'whatsapp_channel',
    label: 'WhatsApp channel',
    kind: 'messaging',
    hosts: ['whatsapp.com'],
    patterns: [
      form('channel', '/channel/(?<handle>[a-z0-9]{10,40})', 'https://whatsapp.com/channel/{handle}', {
        exactCase: true,
      }),
    ],
    example: 'https://whatsapp.com/channel/0029VaExample0000000000',
  }),
  platform({
    key: 'whatsapp_group',
    label: 'WhatsApp group',
    kind: 'messaging',
    hosts: ['chat.whatsapp.com'],
    patterns: [
      form('group', '/(?:invite/)?(?<handle>[a-z0-9]{15,40})', 'https://chat.whatsapp.com/{handle}', {
        exactCase: true,
      }),
    ],
    example: 'https://chat.whatsapp.com/ExampleExampleExample1',
  }),
  platform({
    key: 'telegram',
    label: 'Telegram',
    kind: 'messaging',
    hosts: ['t.me', 'telegram.me', '*.t.me'],
    patterns: [
      form('account', '(?<handle>[a-z]\\w{3,31})', 'https://t.me/{handle}'),
      form('invitation', '/(?:\\+|joinchat/)(?<handle>[\\w-]{10,40})', 'https://t.me/+{handle}', {
        key: '+{handle}',
        exactCase: true,
      }),
      form('account', '/(?:s/)?(?<handle>[a-z]\\w{3,31})', 'https://t.me/{handle}'),
    ],
    stopWords: words('addlist addstickers boost contact iv joinchat login proxy setlanguage share socks www'),
    example: 'https://t.me/council',
  }),
  platform({
    key: 'discord',
    label: 'Discord',
    kind: 'messaging',
    hosts: ['discord.gg', 'discord.com', 'discordapp.com'],
    patterns: [
      form('server', '/invite/(?<handle>[\\w-]{2,40})', 'https://discord.gg/{handle}', {
        hosts: ['discord.com', 'discordapp.com'],
        exactCase: true,
      }),
      form('server', '/(?<handle>[\\w-]{2,40})', 'https://discord.gg/{handle}', {
        hosts: ['discord.gg'],
        exactCase: true,
      }),
    ],
    stopWords: words(`
      acknowledgements app blog branding build careers channels college community company developers discovery download
      events guidelines guilds invite jobs library licenses login moderation newsroom nitro oauth2 partners privacy quests
      register safety servers settings shop store streamkit support terms users`),
    example: 'https://discord.gg/example',
  }),
  platform({
    key: 'messenger',
    label: 'Facebook Messenger',
    kind: 'messaging',
    hosts: ['m.me', 'messenger.com'],
    patterns: [
      form('account', '/(?<handle>[a-z0-9.]{2,60})', 'https://m.me/{handle}', { hosts: ['m.me'], ignores: '.' }),
      form('account', '/t/(?<handle>[a-z0-9.]{2,60})', 'https://m.me/{handle}', {
        hosts: ['messenger.com'],
        ignores: '.',
      }),
    ],
    stopWords: words('about desktop features g help j login privacy t'),
    example: 'https://m.me/council',
  }),
];

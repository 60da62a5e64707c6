/** What a page says after an action has sent the person there with `?notice=<code>`. Any other code shows nothing. */
export const NOTICES: Record<string, string> = {
  'demo-became': 'You are somebody else now. The name at the top says who.',
  'first-admin': 'You are the first admin. Say who you are below, then invite the others.',
  'mail-sent': 'Look in your mailbox: we have sent you a link.',
  'profile-saved': 'Your profile is saved.',
  saved: 'Saved.',
  'signed-in': 'You are signed in.',
  'signed-out': 'You are signed out.',
  'signed-out-everywhere': 'You are signed out on every device.',
  welcome: 'Welcome. Tell us your name, so that others know who they are talking to.',
};

/** What a page says after an action has sent the person there with `?notice=<code>`. Any other code shows nothing. */
export const NOTICES: Record<string, string> = {
  'demo-became': 'You are somebody else now. The name at the top says who.',
  'already-there': 'That one is there already. Nothing was changed.',
  'first-admin': 'You are the first admin. Say who you are below, then invite the others.',
  invited: 'Invited. At their next sign-in they belong to that organisation.',
  'letter-queued': 'The letter is on its way again.',
  'mail-sent': 'Look in your mailbox: we have sent you a link.',
  'profile-saved': 'Your profile is saved.',
  'role-granted': 'They have the role now.',
  'role-revoked': 'The role is taken away.',
  saved: 'Saved.',
  'signed-in': 'You are signed in.',
  'signed-out': 'You are signed out.',
  'signed-out-everywhere': 'You are signed out on every device.',
  welcome: 'Welcome. Tell us your name, so that others know who they are talking to.',
};

/** Signing in and out. */
export const signingInWords = {
  // Signing in once more, before something that gives rights away
  stepUp: {
    heading: 'Sign in once more',
    why: 'This gives somebody, or a program, rights here, or takes them away. For that your last sign-in was too long ago: sign in once more.',
    kept: 'Nothing that you typed is lost: it goes along.',
    byLink: 'By a link',
    elsewhere: 'Open the sign-in page in another tab',
    signedInElsewhere: 'I have signed in there: go on',
    done: 'You are signed in',
    waits: 'This waits for you, and is not done yet:',
    acts: {
      invitations: 'Invite somebody',
      renew: 'Renew an invitation',
      role: 'Change a role',
      link: 'Make a sign-in link',
      close: 'Close an account',
      tokens: 'Make a token',
    } as Record<string, string>,
    something: 'What you sent',
    goOn: 'Do it now',
    leave: 'Leave it',
  },

  // Signing in
  signIn: {
    heading: 'Sign in to the desk',
    ready: 'This link signs you in once, here, in this browser.',
    button: 'Sign in',
    byPassword: 'With password and code',
    email: 'E-mail address',
    password: 'Password',
    code: 'Code',
    codeHint: 'Six digits of your authenticator, or a recovery code.',
    passwordButton: 'Sign in with password and code',
    byLink: 'With a link',
    how: 'A one-time link works for an hour.',
    letterWhat:
      'A letter to your e-mail address, with a link that works once, within half an hour. Who has an authenticator is asked for its code too. Where a passkey is set up and no authenticator, no letter replaces it.',
    letterOf: ' for the link',
    letterButton: 'Send me a link',
    linkAsked:
      'If this is the address of somebody on the staff, a letter is on its way to it. If none comes within a few minutes, look among the unwanted mail, or ask an owner for a link. No more than five a day are sent.',
    letterReadyWithCode: 'This link signs you in once, here, in this browser, together with a code.',
    askElse:
      'Or ask an owner of the publication. Whoever looks after the server makes a link that works for an hour with this command:',
    ask: 'Ask whoever looks after the server for a link. They make it with this command:',
    command: 'bin/hustings staff link EMAIL',
    refused: 'You are not signed in',
    broken: 'This link is not whole: open it again as it was given to you.',
    out: 'You are signed out.',
    onceMore: 'For changing how you sign in, sign in once more: your last sign-in was some time ago.',
  },
};

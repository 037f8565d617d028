/** Signing in and out. */
export const signingInWords = {
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
    ask: 'Ask whoever looks after the server for a link. They make it with this command:',
    command: 'bin/hustings staff link EMAIL',
    refused: 'You are not signed in',
    broken: 'This link is not whole: open it again as it was given to you.',
    out: 'You are signed out.',
    onceMore: 'For changing how you sign in, sign in once more: your last sign-in was some time ago.',
  },
};

/** Somebody's own account: how they sign in. */
export const youWords = {
  passkeys: {
    heading: 'Passkeys',
    what: 'A passkey signs you in by your device’s lock: a finger, a face, a code. Nothing can be guessed or given away by mistake. Two, in two places, are better than one.',
    none: 'You have no passkey yet.',
    unable:
      'To add one, open this page with scripts on, in a browser that has passkeys, at the publication’s own address:',
    name: 'Name of the new passkey',
    nameHint: 'The device or the password manager in which it will live.',
    add: 'Add a passkey',
    added: 'Added',
    synced: 'kept in a password manager',
    oneDevice: 'in one device alone',
    newName: 'Name',
    rename: 'Rename',
    remove: 'Remove',
    the: (name: string) => ` the passkey “${name}”`,
    manage: 'Rename or remove',
    use: 'Sign in with a passkey',
    failed: {
      add: 'No passkey was added: it was cancelled, or this device has none to give. Try it once more.',
      use: 'No passkey was used: it was cancelled, or none was found here. Try once more, or sign in another way.',
    },
    known: 'This device has a passkey of yours already.',
  },

  password: {
    heading: 'Password and code',
    what: 'For where no passkey can be used. A password signs you in only together with a code that an authenticator app shows, or with one of ten recovery codes.',
    have: (left: number) =>
      left === 1
        ? 'You have a password, and 1 recovery code.'
        : `You have a password, and ${left} recovery codes.`,
    set: 'Set a password',
    change: 'Change the password',
    remove: 'Remove the password',
    renewCodes: 'New recovery codes',
    refused: 'The password was not set',
    authenticatorHint:
      'First an authenticator app: any that knows time-based codes of six digits (TOTP), on a telephone or in a password manager.',
    begin: 'Begin with the authenticator',
    another: 'Set up an authenticator anew',
    anotherHint:
      'A new telephone, or a secret that was not taken: the next one takes the place of the one before.',
    setUp: 'Set up the authenticator',
    scan: 'Hold the authenticator app’s camera to this code:',
    qrCode: 'QR code with the secret for the authenticator app; the same secret stands below as text',
    typeSecret:
      'Or type this secret into the app, or open an app on this device with it. It is asked for within an hour.',
    openApp: 'Open an authenticator app on this device',
    new: 'New password',
    newHint: 'Twelve characters or more, whatever they are: four words do well.',
    code: 'Code',
    codeHint: 'The six digits that the authenticator shows now.',
    save: 'Set the password',
    codesHeading: 'Your recovery codes',
    codesWhat:
      'The password is ready. Each of these codes stands once for the authenticator’s, should you lose it. They are shown only now: print them, or keep them where you keep passwords. Older ones work no more.',
    codesDownload: 'Save them as a file',
    codesFile: (publication: string, name: string) =>
      `Recovery codes for the desk of ${publication}, ${name}: each works once`,
    codesKept: 'I have kept them',
  },

  lastWay: {
    heading: {
      passkey: 'Remove your last passkey?',
      password: 'Remove your password?',
    },
    what: 'It is your last way to sign in by yourself. Afterwards only a link signs you in:',
    byLetter: 'one that you ask for by mail on the sign-in page,',
    byOwner: 'one that an owner of the publication makes for you,',
    byServer: 'or one that is made on the server, by bin/hustings staff link and your e-mail address.',
    onlyOwner: 'You are the only owner: see first that somebody can reach the server.',
    sure: { passkey: 'Remove it all the same', password: 'Remove it all the same' },
    keep: 'Keep it',
  },

  sessions: {
    heading: 'Where you are signed in',
    what: 'Neither network address nor browser is kept. When each was used last is known to the hour.',
    begun: 'Begun',
    by: {
      link: 'by a link',
      passkey: 'by a passkey',
      invitation: 'by the invitation',
      password: 'by password and code',
      recovery: 'by password and recovery code',
      letter: 'by a link that came by mail',
    },
    unknown: '',
    used: 'Last used',
    this: 'It is this one.',
    end: 'End this session',
    endOthers: 'End all but this one',
  },

  you: {
    name: 'Name',
    nameHint: 'As readers may see it under articles.',
    saveName: 'Save the name',
    heading: 'You',
    onceMore: 'Sign in once more to change how you sign in',
    done: {
      joined: 'You are on the staff, and signed in. Add a way to sign in from now on, here below.',
      named: 'Your name is changed.',
      'password-set': 'The password is set. Your other sessions have ended.',
      'password-removed': 'The password, its authenticator and its recovery codes are removed.',
      'session-ended': 'That session is over.',
      'sessions-ended': 'All your other sessions are over.',
      'passkey-added': 'The passkey is added. You can sign in with it from now on.',
      'passkey-renamed': 'The passkey is renamed.',
      'passkey-removed': 'The passkey is removed. It signs nobody in any more.',
    } as Record<string, string>,
    refused: 'Nothing was changed',
  },
};

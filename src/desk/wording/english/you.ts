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

  you: {
    heading: 'You',
    onceMore: 'Sign in once more to change how you sign in',
    done: {
      joined: 'You are on the staff, and signed in. Add a way to sign in from now on, here below.',
      'passkey-added': 'The passkey is added. You can sign in with it from now on.',
      'passkey-renamed': 'The passkey is renamed.',
      'passkey-removed': 'The passkey is removed. It signs nobody in any more.',
    } as Record<string, string>,
    refused: 'Nothing was changed',
  },
};

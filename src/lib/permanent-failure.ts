/** A job failed in a way that trying again does not mend: it has failed at once, and stays with this message. */
export class PermanentFailure extends Error {}

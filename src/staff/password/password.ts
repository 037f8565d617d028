import { done, type Outcome, refuse } from '../../lib/refusal.ts';

const shortest = 12;
const longest = 128;

/**
 * Reads a new password: twelve characters or more, whatever they are (NIST SP 800-63B-4, 3.1.1.2), and not what
 * everybody knows of its owner. The same letters typed on another keyboard are the same password (NFKC). Refuses
 * `password-short`, `password-long` and `password-known`.
 */
export function readNewPassword(text: string, owner: { name: string; email: string }): Outcome<string> {
  const password = normalised(text);
  const length = [...password].length;
  if (length < shortest)
    return refuse('password-short', `A password here has at least ${shortest} characters.`, 'password');
  if (length > longest)
    return refuse('password-long', `A password here has at most ${longest} characters.`, 'password');
  const folded = password.toLowerCase();
  const known = [owner.email, owner.name, owner.email.split('@')[0] ?? ''].map((each) => each.toLowerCase());
  const rest = known
    .filter((each) => each.length > 3)
    .reduce((left, each) => left.replaceAll(each, ''), folded);
  if (new Set(rest).size < 5)
    return refuse(
      'password-known',
      'This password is too easy to guess: use four words or more.',
      'password',
    );
  return done(password);
}

/** A password as it is hashed. */
export function normalised(text: string): string {
  return text.normalize('NFKC');
}

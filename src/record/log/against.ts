import type { Checkpoint } from '../../merkle/checkpoint.ts';
import { GrowingTree, leafHash } from '../../merkle/tree.ts';
import type { Fault } from '../verify.ts';

/** Holds entries, as they come in their order, against a checkpoint that somebody kept elsewhere. */
export class AgainstCheckpoint {
  readonly #tree = new GrowingTree();
  readonly #checkpoint: Checkpoint;

  constructor(checkpoint: Checkpoint) {
    this.#checkpoint = checkpoint;
  }

  /** Takes the next entry. Answers what is wrong where it is the checkpoint's last one. */
  take(leaf: string): Fault | null {
    const { size, root } = this.#checkpoint;
    if (this.#tree.size === size) return null;
    this.#tree.append(leafHash(Buffer.from(leaf)));
    if (this.#tree.size < size || this.#tree.root().equals(root)) return null;
    const sentence =
      `The record was rewritten: entries 1 to ${size} are not those that the checkpoint was signed for. Somewhere ` +
      'among them one was changed, put in or taken out after that.';
    return { seq: size, sentence };
  }

  /** What is missing when there are no more entries. */
  end(): Fault | null {
    const [first, last] = [this.#tree.size + 1, this.#checkpoint.size];
    if (first > last) return null;
    const missing = first === last ? `Entry ${first} is` : `Entries ${first} to ${last} are`;
    const sentence = `${missing} missing: the checkpoint was signed when they were there. The record was rolled back.`;
    return { seq: first, sentence };
  }
}

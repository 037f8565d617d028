/** Does one thing after another. Whoever comes while too many wait is turned away. */
export class OneAtATime {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** Whether so many wait that no more are taken. */
  get isFull(): boolean {
    return this.waiting >= this.most;
  }

  /** Does this when all that came before is done, whether that went well or not. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    this.waiting += 1;
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined); // whoever asked for it learns of its failure by `turn`
    try {
      return await turn;
    } finally {
      this.waiting -= 1;
    }
  }
}

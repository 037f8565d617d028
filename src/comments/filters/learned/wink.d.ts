/** The part of the package that is used here: it brings no types of its own. */
declare module 'wink-naive-bayes-text-classifier' {
  type Classifier = {
    definePrepTasks(tasks: ((input: string) => string[])[]): number;
    defineConfig(config: { considerOnlyPresence: boolean; smoothingFactor: number }): boolean;
    learn(input: string, label: string): boolean;
    consolidate(): boolean;
    /** Base-2 logarithms of the odds of each label, the likeliest first; `unknown` alone where no word is known. */
    computeOdds(input: string): [label: string, odds: number][];
    exportJSON(): string;
    importJSON(json: string): boolean;
  };
  const naiveBayesTextClassifier: () => Classifier;
  export = naiveBayesTextClassifier;
}

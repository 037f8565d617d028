/**
 * A costly function of one text that gives the same answer each time, with its newest answers kept. `most` is how many;
 * texts may be long, so keep few.
 */
export function keepRecent<K extends string, V>(most: number, make: (text: K) => V): (text: K) => V {
  const kept = new Map<K, V>();
  return (text) => {
    const answer = kept.has(text) ? (kept.get(text) as V) : make(text);
    kept.delete(text);
    kept.set(text, answer);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
}

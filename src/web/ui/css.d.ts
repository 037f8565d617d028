/** A style sheet as text: the bundler's text loader gives it. */
declare module '*.css' {
  const css: string;
  // biome-ignore lint/style/noDefaultExport: the loader exports the text as the default
  export default css;
}

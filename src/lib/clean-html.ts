/** HTML that has gone through the one cleaner: the only kind that a page may print unescaped. */
export type CleanHtml = string & { readonly cleanHtml: unique symbol };

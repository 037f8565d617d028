const rightToLeft = /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i;

/** The direction in which a locale is written. */
export function directionOf(locale: string): 'rtl' | 'ltr' {
  return rightToLeft.test(locale) ? 'rtl' : 'ltr';
}

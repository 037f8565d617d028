import type { Menu } from './menu/menu.ts';

/** What every page says of the publication. */
export type PublicationView = {
  title: string;
  tagline: string;
  /** The place in the dateline (“Wrenmouth”), or empty. */
  place: string;
  /** Public address without a slash at its end. */
  url: string;
  /** BCP 47, such as `en-GB`. */
  locale: string;
  /** IANA name, such as `Europe/London`. */
  timeZone: string;
  /** The rules for responses as one line each, numbered from 1 by their order. */
  rules: string[];
  /** One short paragraph on privacy, shown beside the form. */
  privacyNote: string;
  contact: string;
  /** A response may be sent without a name. */
  anonymous?: boolean;
  /** So many responses may be a flood that each has to bring a proof of work. */
  floods?: boolean;
  /** Address of the style sheet of its own look; null where it looks as it comes. */
  look: string | null;
  /** What leads through it; where a place has none, the links that come with the program. */
  menu?: Menu;
  /** Address of the picture that stands for its name; null for the name itself. */
  logo: string | null;
};

/** Why something typed was refused; the field is the one that the page leads to. */
export type FormFault = { field: string; sentence: string };

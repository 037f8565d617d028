/** What a member of staff is. */
export const roles = ['owner', 'editor', 'author', 'moderator'] as const;
export type Role = (typeof roles)[number];

/** Every act that needs a permission, each with the roles that may do it. Who is not named may not. */
const permissions = {
  'desk.enter': ['owner', 'editor', 'author', 'moderator'],
  'article.write': ['owner', 'editor', 'author'],
  'article.publish': ['owner', 'editor'],
  'comment.decide': ['owner', 'editor', 'moderator'],
  'setting.change': ['owner', 'editor'],
  'record.read-private': ['owner', 'editor'],
  'staff.manage': ['owner'],
} as const satisfies Record<string, readonly Role[]>;

export type Verb = keyof typeof permissions;
export const verbs = Object.keys(permissions) as Verb[];

/** Whether a role may do this. Pure: asked by the desk's gate for every one of its routes. */
export function may(role: Role, verb: Verb): boolean {
  const allowed: readonly Role[] = permissions[verb];
  return allowed.includes(role);
}

export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

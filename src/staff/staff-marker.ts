/** The mark in a browser in which somebody of the staff has signed in. */
export const staffMarker = 'hustings.staff';

const ofSession = /^(?:__Host-)?hustings\.session_token=([^;]*)(.*)$/;

/**
 * What is set in the browser, with a mark beside each session that begins, goes on or ends in it, for as long as that.
 * It is no secret and no right: scripts of shared pages may read it, so that they ask the desk only where somebody of
 * the staff may be asking. Whoever forges it is told by the desk that they are nobody.
 */
export function withStaffMarker(cookies: readonly string[]): string[] {
  return cookies.flatMap((cookie) => {
    const [, value, attributes] = ofSession.exec(cookie) ?? [];
    if (value === undefined || attributes === undefined) return [cookie];
    const open = attributes.replace(/;\s*HttpOnly/i, '');
    return [cookie, `${staffMarker}=${value === '' ? '' : '1'}${open}`];
  });
}

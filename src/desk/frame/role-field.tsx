import { roles } from '../../staff/permissions.ts';
import { deskWordingFor } from '../wording.ts';

type RoleFieldProps = { locale: string; id?: string; of?: string; value: string; why?: string | null };

/** What somebody is, or shall be. */
export function RoleField({ locale, id = 'f-role', of, value, why = null }: RoleFieldProps) {
  const { staff: say, roles: names } = deskWordingFor(locale);
  return (
    <div class={why === null ? 'field' : 'field wrong'}>
      <label for={id}>
        {say.role}
        {of && <span class="vh">{say.roleOf(of)}</span>}
      </label>
      <select id={id} name="role" aria-describedby={why === null ? null : `${id}-why`}>
        {roles.map((role) => (
          <option value={role} selected={role === value}>
            {names[role]}
          </option>
        ))}
      </select>
      {why !== null && (
        <p class="why" id={`${id}-why`}>
          {why}
        </p>
      )}
    </div>
  );
}

import { transparencyWords as say } from '../../web/ui/transparency-wording.ts';

/** A line: a number, or a text in its place. */
export type Row = { name: string; count: number | null; text?: string };

/** Numbers of one kind under a heading of their own; nothing where there are none. */
export function TransparencyTable({ heading, rows }: { heading: string; rows: Row[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{heading}</h2>
      <table class="fig">
        <thead class="vh">
          <tr>
            <th scope="col">{say.columns.what}</th>
            <th scope="col">{say.columns.many}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, count, text }) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{text ?? figures.format(count ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const figures = new Intl.NumberFormat('en-GB');

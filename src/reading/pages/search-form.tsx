import { paths } from '../../web/ui/site-paths.ts';

type SearchFormProps = { button: string; query?: string };

/** The field with the id `q`, for which the page gives the label. */
export function SearchForm({ button, query }: SearchFormProps) {
  return (
    <search>
      <form class="find" action={paths.search}>
        <input id="q" name="q" type="search" value={query} />
        <button type="submit">{button}</button>
      </form>
    </search>
  );
}

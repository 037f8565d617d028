type LinksProps = { links: [href: string, name: string][]; path?: string | null };

/** Links with a space between them, so that their names stay apart without tags; marks the one to `path`. */
export function Links({ links, path = null }: LinksProps) {
  return (
    <>
      {links.map(([href, name], index) => (
        <>
          {index > 0 && ' '}
          <a href={href} aria-current={href === path ? 'page' : null}>
            {name}
          </a>
        </>
      ))}
    </>
  );
}

/** A query that is stored under a name, as the description for programs tells of it. */
export interface StoredQuery {
  readonly name: string;
  readonly description: { readonly en: string; readonly zh: string };
  readonly formats: readonly string[];
  readonly parameters: readonly StoredParameter[];
  readonly documentId: string;
}

export interface StoredParameter {
  readonly name: string;
  readonly description: string;
  readonly isRequired: boolean;
  readonly type: string;
}

interface Operation {
  readonly description?: string;
  readonly 'x-document-id'?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly description?: string;
    readonly required?: boolean;
    readonly schema?: { readonly type?: string; readonly items?: { readonly type?: string } };
  }[];
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly get?: Operation }>>;
}

/** The stored queries that a description tells of, each once with all of its formats. */
export function storedQueries({ paths }: OpenApi): readonly StoredQuery[] {
  const found = new Map<string, StoredQuery>();
  for (const [path, { get }] of Object.entries(paths)) {
    const [, name = '', format = ''] = /^\/q\/(.+)\.(\w+)$/.exec(path) ?? [];
    if (get === undefined || name === '') continue;
    const known = found.get(name);
    found.set(name, known === undefined ? described(name, format, get) : { ...known, formats: [...known.formats, format] });
  }
  return [...found.values()];
}

function described(name: string, format: string, get: Operation): StoredQuery {
  const [en = '', zh = en] = (get.description ?? '').split('\n\n');
  return {
    name,
    description: { en, zh },
    formats: [format],
    documentId: get['x-document-id'] ?? '',
    parameters: (get.parameters ?? []).map((each) => ({
      name: each.name,
      description: each.description ?? '',
      isRequired: each.required === true,
      type: each.schema?.type === 'array' ? `${each.schema.items?.type ?? ''}[]` : (each.schema?.type ?? 'string'),
    })),
  };
}

/** The address of a query in a format; parameters that must be there stand in it to be filled in. */
export function addressOf(query: StoredQuery, format: string): string {
  const required = query.parameters.filter(({ isRequired }) => isRequired).map(({ name }) => `${name}=…`);
  return `/q/${query.name}.${format}${required.length > 0 ? `?${required.join('&')}` : ''}`;
}

import type { ConsoleCatalogueQuery } from '../gql/graphql';

type Told = ConsoleCatalogueQuery['catalogue'];
export type Kind = Told['kinds'][number];
export type Field = Kind['fields'][number];
export type Action = Kind['actions'][number];
export type Argument = Action['arguments'][number];
export type List = Kind['lists'][number];
export type State = Field['states'][number];
export type Area = Told['areas'][number];

/** What `field.type` and `argument.type` say is held; the registry of fields has one entry for each. */
export type Held = Pick<
  Field,
  | 'name'
  | 'label'
  | 'note'
  | 'type'
  | 'required'
  | 'sealed'
  | 'isList'
  | 'codeTable'
  | 'target'
  | 'states'
  | 'size'
  | 'isMultiline'
  | 'least'
  | 'most'
  | 'scale'
  | 'isMoney'
> & {
  /** The columns of a list of rows. */
  readonly rows?: readonly Held[];
};

/** A field at the end of a path, and the kinds passed on the way. */
export interface Place {
  readonly path: string;
  readonly field: Field;
  readonly kind: Kind;
}

/** Whether a form can ask for all that a verb is given: lists of rows of several columns have screens of their own. */
export function hasForm(action: Pick<Action, 'arguments'>): boolean {
  return action.arguments.every(({ type, rows }) => type !== 'Rows' || rows.length === 1);
}

/** Which kinds, fields, words and verbs there are for the one who is signed in. */
export class Catalogue {
  private readonly byName: ReadonlyMap<string, Kind>;
  private readonly byAction: ReadonlyMap<string, readonly [Kind, Action]>;

  constructor(private readonly told: Told) {
    this.byName = new Map(told.kinds.map((kind) => [kind.name, kind]));
    this.byAction = new Map(
      told.kinds.flatMap((kind) => kind.actions.map((action) => [action.name, [kind, action] as const])),
    );
  }

  get version(): string {
    return this.told.version;
  }

  get areas(): readonly Area[] {
    return this.told.areas;
  }

  get roles(): Told['roles'] {
    return this.told.roles;
  }

  get kinds(): readonly Kind[] {
    return this.told.kinds;
  }

  /** The kinds that one may list. */
  get listed(): readonly Kind[] {
    return this.told.kinds.filter((kind) => kind.plural != null);
  }

  kind(name: string): Kind | undefined {
    return this.byName.get(name);
  }

  /** The kind of a record, which its id begins with. */
  kindOfId(id: string): Kind | undefined {
    return this.byName.get(id.slice(0, id.indexOf(':')));
  }

  action(name: string): readonly [Kind, Action] | undefined {
    return this.byAction.get(name);
  }

  /** The field that a path such as `person.name` leads to; undefined where it leads nowhere. */
  at(kind: Kind, path: string): Place | undefined {
    const [first = '', ...rest] = path.split('.');
    const field = kind.fields.find((each) => each.name === first);
    if (field === undefined || rest.length === 0) return field && { path, field, kind };
    if (field.type !== 'One') return { path, field, kind };
    const target = field.target == null ? undefined : this.kind(field.target);
    const found = target && this.at(target, rest.join('.'));
    return found && { ...found, path };
  }
}

import type { ConsoleViewerQuery } from '../gql/graphql';

export type Viewer = NonNullable<ConsoleViewerQuery['viewer']>;

import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { useLanguage } from '../../words/useLanguage';

export const CODES = graphql(`
  query ConsoleCodes($table: String!) {
    codeEntries(first: 1000, filter: { codeTable: { eq: $table } }, orderBy: CODE_ASC) {
      nodes {
        id
        code
        english
        chinese
        validFrom
        validUntil
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export interface Code {
  readonly code: string;
  readonly words: string;
}

/** The codes of a table that are in force today, with their words; asked once they are wanted. */
export function useCodes(table: string | null | undefined, isWanted: boolean): { codes: readonly Code[]; isAsking: boolean } {
  const language = useLanguage();
  const pause = !isWanted || table == null;
  const [{ data, fetching }] = useQuery({ query: CODES, variables: { table: table ?? '' }, pause });
  const today = new Date().toISOString().slice(0, 10);
  const inForce = (data?.codeEntries.nodes ?? []).filter(
    ({ validFrom, validUntil }) => (validFrom ?? '') <= today && today < (validUntil ?? '9999'),
  );
  return {
    codes: inForce.map(({ code, english, chinese }) => ({ code, words: language === 'en' ? english : chinese })),
    isAsking: fetching,
  };
}

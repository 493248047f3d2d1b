import { graphql } from '../gql';

export const COUNTER_SEARCH = graphql(`
  query CounterSearch($text: String!) {
    search(text: $text, kinds: [STUDENT, TEACHER], first: 6) {
      __typename
      ... on Student {
        id
        number
        grade {
          code
          label
        }
        school {
          id
          name
        }
        person {
          id
          name
          birthDate
        }
      }
      ... on Teacher {
        id
        number
        unit {
          id
          name
        }
        person {
          id
          name
          birthDate
        }
      }
    }
  }
`);

/** Whom a card's record stands for. */
export const COUNTER_CARD = graphql(`
  query CounterCard($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Student {
        person {
          id
        }
      }
      ... on Teacher {
        person {
          id
        }
      }
    }
  }
`);

export const COUNTER_PERSON = graphql(`
  query CounterPerson($id: ID!) {
    person(id: $id) {
      ...PersonHead
      pupils: studies(first: 5) {
        nodes {
          id
          guardians(orderBy: CONTACT_ORDER_ASC, first: 10) {
            nodes {
              id
              mayCollect
              relation {
                code
                label
              }
              guardian {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

export const MATCH_PERSON = graphql(`
  mutation CounterMatchPerson($input: MatchPersonInput!) {
    outcome: matchPerson(input: $input) {
      isSame
      errors {
        code
        message
      }
    }
  }
`);

export const MATCH_STUDENT = graphql(`
  mutation CounterMatchStudent($input: MatchStudentInput!) {
    outcome: matchStudent(input: $input) {
      isSame
      errors {
        code
        message
      }
    }
  }
`);

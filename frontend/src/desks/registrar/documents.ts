import { graphql } from '../../gql';

/** What is set side by side of an entry of a person. */
export const COMPARED_PERSON = graphql(`
  fragment ComparedPerson on Person {
    id
    version
    name
    birthDate
    address
    sex {
      code
      label
    }
    ethnicity {
      code
      label
    }
    nationality {
      code
      label
    }
    documentType {
      code
      label
    }
    documentNumber {
      held
      mask
      canReveal
    }
    phone {
      held
      mask
      canReveal
    }
    studies(first: 5) {
      nodes {
        id
        number
        status
        grade {
          code
          label
        }
        school {
          id
          name
        }
      }
    }
    wards(first: 5) {
      nodes {
        id
        student {
          id
          number
          person {
            id
            name
          }
        }
      }
    }
    employments(first: 5) {
      nodes {
        id
        number
        unit {
          id
          name
        }
      }
    }
  }
`);

export const DUPLICATE_QUEUE = graphql(`
  query DuplicateQueue($first: Int!, $after: String, $filter: DuplicateCandidateFilter) {
    queue: duplicateCandidates(first: $first, after: $after, filter: $filter, orderBy: SCORE_DESC) {
      nodes {
        id
        version
        score
        features
        foundAt
        unit {
          id
          name
        }
        one {
          ...ComparedPerson
        }
        other {
          ...ComparedPerson
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const COMPARE_PERSONS = graphql(`
  query ComparePersons($one: ID!, $other: ID!) {
    comparePersons(one: $one, other: $other) {
      fields {
        name
        label
        isSame
        isSealed
      }
    }
  }
`);

export const LIKENESS = graphql(`
  query LikenessCodes {
    codeEntries(filter: { codeTable: { eq: "likeness" } }, first: 100) {
      nodes {
        id
        code
        english
        chinese
      }
    }
  }
`);

export const JUDGE_DUPLICATE = graphql(`
  mutation JudgeDuplicate($input: JudgeDuplicateInput!) {
    outcome: judgeDuplicate(input: $input) {
      duplicateCandidate {
        id
        version
        state
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

export const MERGE_PERSONS = graphql(`
  mutation MergePersons($input: MergePersonsInput!) {
    outcome: mergePersons(input: $input) {
      person {
        id
        version
      }
      errors {
        code
        message
        path
      }
    }
  }
`);

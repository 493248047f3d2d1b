import type { DocumentNode } from 'graphql';
import { graphql } from '../gql';
import type { Label } from '../words/words';

/** A page of a list, with its total and the cursor of the next page. */
const PAGE = graphql(`
  query ExamplePage {
    schools(first: 3, orderBy: NAME_ASC) {
      totalCount(upTo: 1000)
      nodes {
        id
        code
        name
        type {
          code
          label
        }
        superior {
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const SUMMARY = graphql(`
  query ExampleSummary {
    studentsSummary(by: [GRADE], filter: { status: { eq: ENROLLED } }) {
      totalCount
      nodes {
        key {
          grade {
            code
            label
          }
        }
        count
      }
    }
  }
`);

const SEARCH = graphql(`
  query ExampleSearch {
    search(text: "小学", first: 2) {
      ... on School {
        id
        name
      }
      ... on FormerName {
        id
        name
        unit {
          name
        }
      }
    }
  }
`);

const LONG_AGO = graphql(`
  query ExampleLongAgo {
    schools(first: 3, orderBy: NAME_ASC, on: "2020-09-01") {
      nodes {
        id
        name
      }
    }
  }
`);

const CATALOGUE = graphql(`
  query ExampleCatalogue {
    catalogue(kinds: ["School"]) {
      version
      kinds {
        name
        label {
          en
          zh
        }
        fields {
          name
          type
          codeTable
          source
        }
      }
    }
  }
`);

/** Every change of what one sees, from now on. */
export const CHANGES = graphql(`
  subscription ExampleChanges {
    studentChanged {
      position
      verb
      id
      record {
        number
        status
        school {
          name
        }
      }
    }
  }
`);

/** Documents that run as they stand, each with what it shows. */
export const EXAMPLES: readonly { readonly label: Label; readonly document: DocumentNode }[] = [
  { label: { en: 'A page of a list, its total and the next cursor', zh: '列表分页：总数与下一页游标' }, document: PAGE },
  { label: { en: 'Counts by group', zh: '分组汇总' }, document: SUMMARY },
  { label: { en: 'Search over several kinds', zh: '跨类型搜索' }, document: SEARCH },
  { label: { en: 'What was true on a day', zh: '查询某日有效的记录' }, document: LONG_AGO },
  { label: { en: 'Kinds, fields and words', zh: '目录：类型、字段与名称' }, document: CATALOGUE },
];

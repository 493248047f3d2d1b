import { graphql } from '../gql';

export const CATALOGUE = graphql(`
  query ConsoleCatalogue {
    catalogue {
      version
      areas {
        name
        label {
          en
          zh
        }
      }
      roles {
        name
        label {
          en
          zh
        }
      }
      kinds {
        name
        label {
          en
          zh
        }
        labelPlural {
          en
          zh
        }
        description
        area
        singular
        plural
        title
        columns
        isPersonal
        hasHistory
        canImport
        isSearched
        searchedBy {
          en
          zh
        }
        orders {
          name
          path
        }
        groupings {
          name
          path
          key
        }
        sums
        opens
        filterType
        filters
        variants
        lists {
          name
          label {
            en
            zh
          }
          target
          summary
        }
        fields {
          name
          label {
            en
            zh
          }
          note {
            en
            zh
          }
          type
          required
          sealed
          restricted
          codeTable
          target
          states {
            name
            label {
              en
              zh
            }
          }
          source
          isList
          size
          isMultiline
          least
          most
          scale
          isMoney
          byVerbs
          canRead
        }
        actions {
          name
          label {
            en
            zh
          }
          description
          allowed
          verb
          input
          record
          subject
          hasExpectedVersion
          opens
          arguments {
            name
            label {
              en
              zh
            }
            note {
              en
              zh
            }
            type
            required
            sealed
            isList
            codeTable
            target
            states {
              name
              label {
                en
                zh
              }
            }
            size
            isMultiline
            least
            most
            scale
            isMoney
            path
            wanted {
              code
              label {
                en
                zh
              }
              required
              basis
            }
            rows {
              name
              label {
                en
                zh
              }
              note {
                en
                zh
              }
              type
              required
              sealed
              isList
              codeTable
              target
              states {
                name
                label {
                  en
                  zh
                }
              }
              size
              isMultiline
              least
              most
              scale
              isMoney
            }
          }
        }
      }
    }
  }
`);

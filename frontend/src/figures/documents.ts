import { graphql } from '../gql';

export const FIGURES_PUPILS = graphql(`
  query FiguresPupils {
    byGrade: studentsSummary(by: [GRADE, PERSON_SEX], filter: { status: { eq: ENROLLED } }) {
      nodes {
        count
        key {
          grade {
            code
            label
          }
          personSex {
            code
            label
          }
        }
      }
    }
    byStatus: studentsSummary(by: [STATUS]) {
      nodes {
        count
        key {
          status
        }
      }
    }
  }
`);

export const FIGURES_STAGES = graphql(`
  query FiguresStages {
    codeEntries(filter: { codeTable: { eq: "stage" } }, first: 20) {
      nodes {
        id
        code
        english
        chinese
      }
    }
  }
`);

export const FIGURES_DISTRICTS = graphql(`
  query FiguresDistricts {
    divisions(filter: { level: { eq: COUNTY }, units: { some: { category: { eq: COUNTY_BUREAU } } } }, first: 100, orderBy: CODE_ASC) {
      nodes {
        id
        code
        name
      }
    }
  }
`);

export const FIGURES_DISTRICT = graphql(`
  query FiguresDistrict($division: String!) {
    studentsSummary(by: [GRADE], filter: { status: { eq: ENROLLED }, school: { division: { code: { eq: $division } } } }) {
      nodes {
        count
        key {
          grade {
            code
          }
        }
      }
    }
  }
`);

export const FIGURES_TEACHERS = graphql(`
  query FiguresTeachers($young: TeacherFilter!, $rising: TeacherFilter!, $middle: TeacherFilter!, $senior: TeacherFilter!, $old: TeacherFilter!) {
    bySubject: postsSummary(by: [SUBJECT], filter: { isMain: { eq: true } }) {
      nodes {
        count
        key {
          subject {
            code
            label
          }
        }
      }
    }
    byTitle: teachersSummary(by: [TITLE], filter: { status: { eq: IN_POST } }) {
      nodes {
        count
        key {
          title {
            code
            label
          }
        }
      }
    }
    byEducation: teachersSummary(by: [EDUCATION], filter: { status: { eq: IN_POST } }) {
      nodes {
        count
        key {
          education {
            code
            label
          }
        }
      }
    }
    young: teachersSummary(filter: $young) {
      totalCount
    }
    rising: teachersSummary(filter: $rising) {
      totalCount
    }
    middle: teachersSummary(filter: $middle) {
      totalCount
    }
    senior: teachersSummary(filter: $senior) {
      totalCount
    }
    old: teachersSummary(filter: $old) {
      totalCount
    }
  }
`);

export const FIGURES_PUBLISHED = graphql(`
  query FiguresPublished($cube: FigureCube!) {
    figures(filter: { cube: { eq: $cube }, unit: { category: { in: [BUREAU, COUNTY_BUREAU] } } }, first: 1000, orderBy: PART_ASC) {
      nodes {
        id
        part
        englishLabel
        chineseLabel
        value
        countedOn
        unit {
          id
          name
          category
        }
      }
    }
  }
`);

/** The school years that there are, for which rates of entry are asked for. */
export const FIGURES_YEARS = graphql(`
  query FiguresYears {
    schoolYears(orderBy: NAME_DESC, first: 10) {
      nodes {
        id
        name
        period {
          from
        }
      }
    }
  }
`);

export const FIGURES_ENTRY_RATES = graphql(`
  query FiguresEntryRates($unit: ID!, $year: ID!) {
    entryRates(unit: $unit, schoolYear: $year) {
      division
      name
      isCity
      stage
      pupils
      pupilsOfAge
      population
      gross
      net
      reason
      source
      countedOn
    }
  }
`);

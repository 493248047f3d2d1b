import { graphql } from '../../gql';

export const EMPLOYMENT = graphql(`
  query DeskEmployment($unit: ID!, $year: Int!, $by: EmploymentBy!) {
    all: employmentRates(unit: $unit, graduatedIn: $year) {
      ...EmploymentLine
    }
    groups: employmentRates(unit: $unit, graduatedIn: $year, by: $by) {
      ...EmploymentLine
    }
  }

  fragment EmploymentLine on EmploymentRate {
    key
    name
    graduates
    known
    employment
    directEmployment
    matchedEmployment
  }
`);

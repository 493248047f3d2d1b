import { graphql } from '../gql';

/** Requests of those whose records are kept, that are late or soon will be. */
export const DEPUTY_REQUESTS = graphql(`
  query DeputyRequests($today: Date!, $soon: Date!) {
    late: subjectRequestsSummary(by: [UNIT], filter: { state: { eq: OPEN }, due: { lt: $today } }) {
      totalCount
      nodes {
        count
        key {
          unit {
            id
            name
          }
        }
      }
    }
    soon: subjectRequestsSummary(filter: { state: { eq: OPEN }, due: { gte: $today, lte: $soon } }) {
      totalCount
    }
  }
`);

export const DEPUTY_PROBLEMS = graphql(`
  query DeputyProblems {
    byUnit: identityProblemsSummary(by: [UNIT], filter: { state: { eq: OPEN } }) {
      totalCount
      nodes {
        count
        key {
          unit {
            id
            name
          }
        }
      }
    }
    bySort: identityProblemsSummary(by: [SORT], filter: { state: { eq: OPEN } }) {
      nodes {
        count
        key {
          sort
        }
      }
    }
  }
`);

export const DEPUTY_DUPLICATES = graphql(`
  query DeputyDuplicates {
    duplicateCandidatesSummary(by: [UNIT], filter: { state: { eq: OPEN } }) {
      totalCount
      nodes {
        count
        key {
          unit {
            id
            name
          }
        }
      }
    }
  }
`);

/** Staff whose records were to be asked for again by now. */
export const DEPUTY_CHECKS = graphql(`
  query DeputyChecks($today: Date!) {
    recordChecksSummary(filter: { nextDue: { lt: $today }, teacher: { status: { eq: IN_POST } } }) {
      totalCount
    }
  }
`);

/** Permits that hold today, and those that still hold a while later. */
export const DEPUTY_PERMITS = graphql(`
  query DeputyPermits($today: Date!, $soon: Date!) {
    work: workPermitsSummary(on: $today) {
      totalCount
    }
    workSoon: workPermitsSummary(on: $soon) {
      totalCount
    }
    residence: residencePermitsSummary(on: $today) {
      totalCount
    }
    residenceSoon: residencePermitsSummary(on: $soon) {
      totalCount
    }
  }
`);

/** What was published of a unit, as it is known now and as it was known then. */
export const DEPUTY_FIGURES_MOVED = graphql(`
  query DeputyFiguresMoved($unit: ID!, $past: DateTime!) {
    now: figures(filter: { unit: { id: { eq: $unit } }, part: { eq: "TOTAL" }, cube: { in: [STUDENTS_BY_GRADE, TEACHERS_BY_TITLE] } }, first: 2) {
      nodes {
        id
        cube
        value
      }
    }
    before: figures(
      filter: { unit: { id: { eq: $unit } }, part: { eq: "TOTAL" }, cube: { in: [STUDENTS_BY_GRADE, TEACHERS_BY_TITLE] } }
      first: 2
      asOf: $past
    ) {
      nodes {
        id
        cube
        value
      }
    }
  }
`);

export const DEPUTY_PUPILS_MOVED = graphql(`
  query DeputyPupilsMoved($today: Date!, $before: Date!) {
    now: enrolmentsSummary(on: $today) {
      totalCount
    }
    before: enrolmentsSummary(on: $before) {
      totalCount
    }
  }
`);

export const DEPUTY_POSTS_MOVED = graphql(`
  query DeputyPostsMoved($today: Date!, $before: Date!) {
    now: postsSummary(on: $today) {
      totalCount
    }
    before: postsSummary(on: $before) {
      totalCount
    }
  }
`);

export const DEPUTY_SCHOOLS_MOVED = graphql(`
  query DeputySchoolsMoved($today: Date!, $before: Date!) {
    now: schoolsSummary(on: $today) {
      totalCount
    }
    before: schoolsSummary(on: $before) {
      totalCount
    }
  }
`);

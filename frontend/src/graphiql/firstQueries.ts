/** What the editor shows a newcomer. */
export const firstQueries = `# 1. Sign in (the demo city's password stands below). 先登录。
mutation SignIn {
  signIn(input: { username: "registrar", password: "bureau-demo" }) {
    viewer { username grants { roleName level } }
    errors { code message }
  }
}

# 2. The schools of one county bureau: type, principal, students by grade. 某区县教育局所属学校。
query SchoolsOfOneCounty {
  schools(first: 20, filter: { superior: { code: { eq: "510104" } } }, orderBy: NAME_ASC) {
    totalCount
    nodes {
      name
      type { code label(lang: ZH) }
      principal { name }
      studentsSummary(by: [GRADE]) {
        totalCount
        nodes { key { grade { label(lang: ZH) } } count }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}

# 3. Every change of a student from now on, as it happens. 学生变更通知。
subscription StudentsChanged {
  studentChanged { verb id record { person { name } grade { label(lang: ZH) } school { name } } }
}

# 4. What kinds and words there are. 目录。
query Words {
  catalogue { kinds { name label { en zh } plural fields { name label { zh } required } } }
}
`;

/// The three checklists and the eight questions, in the order in which a team meets them. Analysing gaps is preparation and no stage of
/// a certification; nothing here says how long any of it takes.
extension ReadinessList {
  static let all = [auditor, preparation, implementation, operation]

  static let auditor = ReadinessList(
    id: "auditor", title: "What an auditor asks",
    lead: "Eight questions auditors begin with, and what there is to lay on the table.",
    questions: [
      ReadinessQuestion("audit-register", "Where is the register of your AI systems?", .register),
      ReadinessQuestion("audit-policy", "What is your AI policy, and who approved it?", .policy),
      ReadinessQuestion("audit-assessments", "What are the risks and impacts of this AI system?", .assessments),
      ReadinessQuestion("audit-statement", "Which controls apply, and why?", .statement),
      ReadinessQuestion("audit-oversight", "How do people keep watch where much is at stake?", .oversight),
      ReadinessQuestion(
        "audit-findings", "What did the internal audits of the last twelve months find, and what was done about it?",
        .auditFindings),
      ReadinessQuestion("audit-review", "What did top management decide in its last review?", .managementReview),
      ReadinessQuestion("audit-suppliers", "How do you deal with AI that others supply?", .suppliers),
    ])

  static let preparation = ReadinessList(
    id: "preparation", title: "Before you begin",
    lead:
      "The ground the rest stands on. Comparing what there is with what is asked for belongs here: it prepares, and certifies nothing.",
    questions: [
      ReadinessQuestion(
        "prepare-context", "Is it written down what bears on the organisation, from outside and inside?", .context),
      ReadinessQuestion("prepare-parties", "Is it known who expects what?", .parties),
      ReadinessQuestion("prepare-scope", "Is it written down what the management system covers?", .scope),
      ReadinessQuestion("prepare-policy", "Is there an AI policy in force that was approved?", .policy),
      ReadinessQuestion("prepare-roles", "Is it settled who answers for what?", .roles),
      ReadinessQuestion("prepare-register", "Is every AI system in a register, with its owner?", .register),
      ReadinessQuestion("prepare-methods", "Is there a method for assessing risks, and one for impacts?", .methods),
    ])

  static let implementation = ReadinessList(
    id: "implementation", title: "While you build it",
    lead: "What has to be there for each AI system in scope, and for each control.",
    questions: [
      ReadinessQuestion(
        "implement-assessments", "Have the risks and impacts of each AI system in scope been assessed?", .assessments),
      ReadinessQuestion("implement-statement", "Does the Statement of Applicability speak of every control?", .statement),
      ReadinessQuestion("implement-controls", "Are the controls that apply in place, with something to show for it?", .controls),
      ReadinessQuestion("implement-life-cycle", "Is each AI system led through its life cycle?", .lifeCycle),
      ReadinessQuestion("implement-oversight", "Can people step in, and do they know how?", .oversight),
      ReadinessQuestion("implement-transparency", "Are the people concerned told?", .transparency),
      ReadinessQuestion("implement-suppliers", "Are suppliers of AI chosen, bound and watched?", .suppliers),
    ])

  static let operation = ReadinessList(
    id: "operation", title: "While it runs",
    lead: "What has to go on happening, year after year.",
    questions: [
      ReadinessQuestion("operate-measurement", "Is it measured how the AI systems and the controls do?", .measurement),
      ReadinessQuestion("operate-objectives", "Are the AI objectives followed up?", .objectives),
      ReadinessQuestion("operate-audit", "Are internal audits planned and held?", .audit),
      ReadinessQuestion("operate-review", "Does top management review the system?", .managementReview),
      ReadinessQuestion("operate-nonconformities", "Is what went wrong recorded and mended?", .nonconformities),
      ReadinessQuestion("operate-improvement", "Does the system get better, and can you show it?", .improvement),
    ])
}

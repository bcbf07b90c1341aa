/// The eight questions of auditors and the three checklists, in the order in which a team needs them.
///
/// A gap analysis is a preparation and not a stage of certification. The lists do not say how long a stage takes.
extension ReadinessList {
  static let all = [auditor, preparation, implementation, operation]

  static let auditor = ReadinessList(
    id: "auditor", title: "What an auditor asks",
    lead: "The eight questions that auditors begin with, and the records that answer them.",
    questions: [
      ReadinessQuestion("audit-register", "Where is the register of your AI systems?", .register),
      ReadinessQuestion("audit-policy", "What is your AI policy, and who approved it?", .policy),
      ReadinessQuestion("audit-assessments", "What are the risks and impacts of each AI system?", .assessments),
      ReadinessQuestion("audit-statement", "Which controls apply, and why?", .statement),
      ReadinessQuestion("audit-oversight", "How do people oversee your AI systems, in particular high-risk systems?", .oversight),
      ReadinessQuestion(
        "audit-findings", "What did the internal audits of the last twelve months find, and what was done about it?",
        .auditFindings),
      ReadinessQuestion("audit-review", "What did top management decide in its last review?", .managementReview),
      ReadinessQuestion("audit-suppliers", "How do you deal with AI that others supply?", .suppliers),
    ])

  static let preparation = ReadinessList(
    id: "preparation", title: "Before you begin",
    lead:
      "The foundations of the management system. A gap analysis belongs to this stage. It prepares for the audit and certifies nothing.",
    questions: [
      ReadinessQuestion(
        "prepare-context", "Are the external and internal issues that affect the organisation recorded?", .context),
      ReadinessQuestion("prepare-parties", "Are the interested parties and their expectations recorded?", .parties),
      ReadinessQuestion("prepare-scope", "Is the scope of the management system recorded?", .scope),
      ReadinessQuestion("prepare-policy", "Is there an effective and approved AI policy?", .policy),
      ReadinessQuestion("prepare-roles", "Are responsibilities assigned to roles?", .roles),
      ReadinessQuestion("prepare-register", "Is every AI system in a register, with its owner?", .register),
      ReadinessQuestion("prepare-methods", "Is there a method for assessing risks, and one for impacts?", .methods),
    ])

  static let implementation = ReadinessList(
    id: "implementation", title: "During implementation",
    lead: "The records that each AI system in scope and each control needs.",
    questions: [
      ReadinessQuestion(
        "implement-assessments", "Have the risks and impacts of each AI system in scope been assessed?", .assessments),
      ReadinessQuestion("implement-statement", "Does the Statement of Applicability decide on every control?", .statement),
      ReadinessQuestion("implement-controls", "Are the applicable controls implemented, and is there evidence?", .controls),
      ReadinessQuestion("implement-life-cycle", "Is the life cycle of each AI system managed?", .lifeCycle),
      ReadinessQuestion("implement-oversight", "Can people intervene, and are they trained to do so?", .oversight),
      ReadinessQuestion("implement-transparency", "Are the people concerned informed?", .transparency),
      ReadinessQuestion(
        "implement-suppliers", "Are suppliers of AI assessed, and are their responsibilities recorded?", .suppliers),
    ])

  static let operation = ReadinessList(
    id: "operation", title: "During operation",
    lead: "The activities that must continue every year.",
    questions: [
      ReadinessQuestion("operate-measurement", "Is the performance of AI systems and controls measured?", .measurement),
      ReadinessQuestion("operate-objectives", "Is the progress towards the AI objectives measured?", .objectives),
      ReadinessQuestion("operate-audit", "Are internal audits planned and held?", .audit),
      ReadinessQuestion("operate-review", "Does top management review the system?", .managementReview),
      ReadinessQuestion("operate-nonconformities", "Are nonconformities recorded and corrected?", .nonconformities),
      ReadinessQuestion("operate-improvement", "Does the management system improve, and is there evidence?", .improvement),
    ])
}

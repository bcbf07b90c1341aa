import DossierAssessment

/// The titles of the two figures of a measure. A measure is one "n of m" on the readiness page.
enum MeasureWords {
  /// The title of the figure that counts the members that meet the condition of the measure. Without a title, the name of the
  /// measure is used.
  static func title(of measure: String) -> String { titles[measure]?.met ?? measure }

  /// The title of the figure that counts all members of the measure.
  static func totalTitle(of measure: String) -> String { titles[measure]?.all ?? "\(measure), total" }

  /// The titles, by the name of the measure. A test requires titles for every measure.
  static let titles: [String: (met: String, all: String)] = [
    "context-external": ("Effective external context issues", "External context issues"),
    "context-internal": ("Effective internal context issues", "Internal context issues"),
    "interested-parties": ("Effective interested parties", "Interested parties, whatever their status"),
    "scope": ("Effective statements of the scope", "Statements of the scope"),
    "ai-policies": ("Effective AI policies", "AI policies, whatever their status"),
    "ai-policies-approved": (
      "Effective AI policies with an approval of the current text", "Effective AI policies, asked for an approval"
    ),
    "roles": ("Effective roles", "Roles, whatever their status"),
    "roles-held": ("Effective roles with a holder", "Effective roles, asked for a holder"),
    "systems": ("Effective AI systems", "AI systems, whatever their status"),
    "systems-owned": ("AI systems in scope with an owner", "AI systems in scope, asked for an owner"),
    "risk-methods": ("Effective descriptions of risk assessment", "Descriptions of risk assessment"),
    "impact-methods": ("Effective descriptions of impact assessment", "Descriptions of impact assessment"),
    "statement-lines": ("Controls with an SoA line", "Controls, asked for an SoA line"),
    "controls-implemented": (
      "SoA lines of applicable controls that are implemented", "SoA lines of applicable controls"
    ),
    "controls-with-fresh-evidence": (
      "SoA lines of implemented controls with fresh evidence", "SoA lines of implemented controls"
    ),
    "risks": ("Effective risks", "Risks, whatever their status"),
    "impact-assessments": ("Effective impact assessments", "Impact assessments, whatever their status"),
    "systems-with-risks": ("AI systems in scope with a risk", "AI systems in scope, asked for a risk"),
    "systems-with-impact-assessment": (
      "AI systems in scope with an impact assessment", "AI systems in scope, asked for an impact assessment"
    ),
    "gates": ("Life-cycle gates that were held", "Life-cycle gates, whatever their status"),
    "systems-with-gate": (
      "AI systems in use that passed a gate for deployment or operation", "AI systems in use, asked for a gate"
    ),
    "models": ("Effective models", "Models, whatever their status"),
    "models-with-training-data": (
      "Internal models with training data", "Internal models, asked for training data"
    ),
    "systems-with-reviewer": ("AI systems in use with a reviewer", "AI systems in use, asked for a reviewer"),
    "high-risk-with-override": (
      "High-risk AI systems with a reviewer who may override or stop them", "High-risk AI systems in scope"
    ),
    "oversight-events-recent": (
      "Oversight events of the last twelve months", "Oversight events, whatever their date"
    ),
    "overseers-trained": (
      "Roles that oversee AI systems in use and have a valid training", "Roles that oversee AI systems in use"
    ),
    "disclosures": ("Effective disclosures", "Disclosures, whatever their status"),
    "systems-disclosed": (
      "AI systems in use that people interact with, with a disclosure", "AI systems in use that people interact with"
    ),
    "suppliers": ("Effective suppliers", "Suppliers, whatever their status"),
    "suppliers-assessed": (
      "Assessed suppliers of AI systems in scope", "Suppliers of AI systems in scope, asked for an assessment"
    ),
    "suppliers-with-responsibilities": (
      "Suppliers of AI systems in scope with responsibilities for controls",
      "Suppliers of AI systems in scope, asked for responsibilities"
    ),
    "metrics": ("Effective metrics", "Metrics, whatever their status"),
    "metrics-with-readings": ("Effective metrics with readings", "Effective metrics, asked for readings"),
    "systems-with-metric": ("AI systems in use with a metric", "AI systems in use, asked for a metric"),
    "objectives": ("Effective AI objectives", "AI objectives, whatever their status"),
    "objectives-measured": (
      "Effective AI objectives with a metric that has readings", "Effective AI objectives, asked for readings"
    ),
    "audit-programmes": ("Effective audit programmes", "Audit programmes, whatever their status"),
    "audits-recent": ("Internal audits of the last twelve months", "Internal audits, whatever their date"),
    "findings-recent": (
      "Findings of the internal audits of the last twelve months",
      "All findings of the internal audits of the last twelve months"
    ),
    "findings-followed-up": (
      "Recent findings that have the nonconformity they need, or need none",
      "Recent findings, asked for a nonconformity"
    ),
    "actions-on-time": (
      "Corrective actions for recent findings that are done or not due yet", "Corrective actions for recent findings"
    ),
    "management-reviews-recent": (
      "Management reviews of the last twelve months", "Management reviews, whatever their date"
    ),
    "nonconformities": ("Nonconformities that are effective or closed", "Nonconformities, whatever their status"),
    "nonconformities-with-action": (
      "Nonconformities with a cause and an action", "Nonconformities, asked for a cause and an action"
    ),
    "actions-done": ("Completed corrective actions", "Corrective actions, whatever their status"),
    "actions-effective": ("Completed actions that were effective", "Completed actions, asked for the check of their effect"),
    "management-reviews-with-improvements": (
      "Management reviews that decided on improvements", "Management reviews, asked for improvements"
    ),
  ]
}

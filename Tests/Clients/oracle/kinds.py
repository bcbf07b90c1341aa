"""The kinds of record, from `docs/kinds.md`: their traits, the clauses they cover, and their fields.

A field is written as `NAME TYPE`, with `!` after the name if it is required. `[TYPE]` is a list, `@KIND` the id of a record.
"""

from dataclasses import dataclass

from .shapes import fields

EVENT, DOCUMENT = "event", "document"


@dataclass
class Kind:
    name: str
    prefix: str
    nature: str
    fields: list
    date: str = None
    ended_by: tuple = None
    covers: bool = True
    clauses: tuple = ()
    requires: tuple = ()
    # Under document control, like policies and documents.
    is_controlled: bool = False


def kind(name, prefix, nature, fields, clauses="", requires="", **traits):
    return Kind(
        name, prefix, nature, table(fields), clauses=tuple(clauses.split()), requires=tuple(requires.split()),
        is_controlled=name in ("policy", "document"), **traits)


table = fields


COMMON = table(
    """
        kind! text
        id! text
        title! text
        owner @role
        status draft|proposed|accepted|active|closed|rejected|superseded|retired
        version text
        approvals [map]
        approvals[].by! @role
        approvals[].date! date
        approvals[].name text
        approvals[].digest? digest
        approvals[].until? date
        approvals[].note text
        supersedes @
        retired date
        audience internal|auditor|public
        tags [text]
        review_cycle duration
        reviewed date
        next_review date
    """
)

KINDS = [
    kind(
        "policy", "POL", DOCUMENT, date="effective", clauses="5.2 A.2.2 A.2.3 A.2.4", requires="approvals", fields="""
        effective! date
        applies_to text
        statements map
        statements.purpose text
        statements.objectives_framework text
        statements.applicable_requirements text
        statements.continual_improvement text
        statements.communicated_to text
        implements [item]
        processes [@]
        """),
    kind(
        "document", "DOC", DOCUMENT, clauses="4.3 7.5.1 7.5.2 7.5.3", fields="""
        type methodology|procedure|plan|programme|guideline|scope|template|register|standard
        implements [item]
        """),
    kind(
        "role", "ROL", DOCUMENT, clauses="5.3 7.2 A.3.2 A.4.6", fields="""
        accountable_for! [text]
        held_by text
        approves [text]
        deputies [@role]
        competences [text]
        ssh_keys [text]
        """),
    kind(
        "interested-party", "INP", DOCUMENT, covers=False, clauses="4.2", fields="""
        needs! [text]
        category customer|regulator|employee|partner|supplier|affected-people|society
        requirements [item]
        """),
    kind(
        "context-issue", "CTX", DOCUMENT, covers=False, clauses="4.1", fields="""
        origin! external|internal
        area regulation|customers|technology|structure|existing-systems|maturity|market|society
        effect text
        """),
    kind(
        "objective", "OBJ", DOCUMENT, clauses="6.2 A.6.1.2 A.9.3", requires="owner", fields="""
        measure! text
        target! map
        target.comparison! at-least|at-most|equal
        target.value! number
        target.unit! text
        metric @metric
        by date
        policy @policy
        communicated_to [text]
        """),
    kind(
        "decision", "DEC", EVENT, clauses="5.1 7.5.1", fields="""
        context prose
        decision prose
        consequences prose
        """),
    kind(
        "programme", "PRG", DOCUMENT, clauses="4.4", fields="""
        stages [map]
        stages[].name! text
        stages[].planned date
        stages[].actual date
        certificate map
        certificate.body text
        certificate.number text
        certificate.issued date
        certificate.expires date
        surveillance [map]
        surveillance[].planned! date
        surveillance[].actual date
        """),
    kind(
        "ai-system", "AIS", DOCUMENT, ended_by=("lifecycle", "decommissioned"),
        clauses="A.4.2 A.6.2.2 A.6.2.3 A.6.2.7 A.9.4", requires="owner", fields="""
        purpose! text
        role! [developer|provider|deployer|user]
        lifecycle! design|data|development|deployment|operation|decommissioned
        risk_class! prohibited|high|limited|minimal
        risk_class_basis text
        techniques [text]
        models [@model]
        training_data [@dataset]
        inputs [map]
        inputs[].source! text
        inputs[].classification public|internal|confidential|restricted
        inputs[].personal_data bool
        output_type decision|recommendation|generation|classification|prediction
        outputs [map]
        outputs[].recipient! text
        outputs[].use! text
        affected_parties [map]
        affected_parties[].who! text
        affected_parties[].effect direct|indirect
        decisions [map]
        decisions[].decision! text
        decisions[].automation! automated|human-in-the-loop|human-on-the-loop
        oversight map
        oversight.triggers [text]
        oversight.reviewer @role
        oversight.can [review|override|stop]
        oversight.escalation @role
        disclosure [@disclosure]
        suppliers [@supplier]
        regulations [item]
        controls [item]
        geographies [text]
        units [text]
        in_scope bool
        exclusion_reason text
        deployed date
        last_change map
        last_change.date! date
        last_change.what! model|data|use-case|scope
        autonomy text
        languages [text]
        """),
    kind(
        "model", "MDL", DOCUMENT, ended_by=("state", "retired"),
        clauses="A.6.2.3 A.6.2.4 A.6.2.7", requires="version", fields="""
        origin! internal|supplier
        supplier @supplier
        architecture text
        training map
        training.approach text
        training.parameters text
        training.data [@dataset]
        training.compute text
        training.energy text
        intended_use [text]
        out_of_scope [text]
        limitations [text]
        metrics [map]
        metrics[].name! text
        metrics[].value! number
        metrics[].unit text
        metrics[].slice text
        metrics[].interval text
        metrics[].threshold text
        metrics[].dataset @dataset
        metrics[].date date
        fairness [map]
        fairness[].group! text
        fairness[].metric! text
        fairness[].value! number
        fairness[].threshold text
        robustness [text]
        security_tests [map]
        security_tests[].test! text
        security_tests[].result! text
        security_tests[].date date
        explainability text
        license text
        deployment_mode text
        state registered|deprecated|retired
        weights_disposal text
        """),
    kind(
        "dataset", "DTS", DOCUMENT, clauses="A.4.3 A.7.2 A.7.3 A.7.4 A.7.5 A.7.6", fields="""
        source! text
        rights! map
        rights.licence text
        rights.lawful_basis text
        collection text
        preprocessing text
        quality [map]
        quality[].metric! text
        quality[].value! text
        quality[].date date
        representativeness text
        bias_tests [map]
        bias_tests[].test! text
        bias_tests[].result! text
        bias_tests[].date date
        personal_data map
        personal_data.categories [text]
        personal_data.minimisation text
        labels map
        labels.who text
        labels.quality text
        retention text
        deletion_verified date
        provenance [@dataset]
        """),
    kind(
        "supplier", "SUP", DOCUMENT, clauses="8.1 A.10.2 A.10.3", fields="""
        service! text
        assessment map
        assessment.date! date
        assessment.by! @role
        assessment.result! accepted|accepted-with-conditions|rejected
        contract map
        contract.clauses [text]
        contract.evidence_duty text
        data_handling text
        risk_posture text
        monitoring text
        exit_plan text
        agreements [text]
        responsibilities [map]
        responsibilities[].control! item
        responsibilities[].party! ours|theirs|shared
        responsibilities[].note text
        """),
    kind(
        "lifecycle-gate", "GTE", EVENT, date="date", clauses="A.6.1.3 A.6.2.4 A.6.2.5", fields="""
        system! @ai-system
        stage! design|data|development|deployment|operation|decommissioned
        date! date
        decision! go|conditional-go|no-go
        approved_by @role
        checklist [map]
        checklist[].item! text
        checklist[].done! bool
        checklist[].evidence @evidence
        """),
    kind(
        "disclosure", "DSC", DOCUMENT, date="live_since", clauses="7.4 A.8.2 A.8.5", fields="""
        to! users|affected-individuals|customers|regulators|employees
        systems! [@ai-system]
        wording prose
        where text
        live_since date
        how_to_contest text
        """),
    kind(
        "risk", "RSK", DOCUMENT, covers=False, clauses="6.1.2 6.1.3 8.2 8.3", fields="""
        systems! [@ai-system]
        category! accuracy-and-reliability|fairness-and-bias|security|privacy|transparency|operational|third-party
        class technical|operational|societal
        asset text
        threat text
        inherent! map
        inherent.likelihood! 1..5
        inherent.impact! 1..5
        inherent.stakeholder_impact 1..5
        treatment! mitigate|accept|transfer|avoid
        controls [item]
        residual map
        residual.likelihood! 1..5
        residual.impact! 1..5
        acceptance map
        acceptance.by! @role
        acceptance.date! date
        acceptance.rationale! text
        acceptance.score? 1..25
        acceptance.until? date
        impacts [@impact-assessment]
        """),
    kind(
        "impact-assessment", "AIA", EVENT, date="date", clauses="6.1.4 8.4 A.5.2 A.5.3 A.5.4 A.5.5", fields="""
        system! @ai-system
        date! date
        assessor! @role
        individuals map
        individuals.effects [text]
        individuals.severity negligible|low|moderate|high|severe
        individuals.mitigations [text]
        individuals.controls [item]
        groups map
        groups.effects [text]
        groups.severity negligible|low|moderate|high|severe
        groups.mitigations [text]
        groups.controls [item]
        society map
        society.effects [text]
        society.severity negligible|low|moderate|high|severe
        society.mitigations [text]
        society.controls [item]
        organisation map
        organisation.effects [text]
        organisation.severity negligible|low|moderate|high|severe
        organisation.mitigations [text]
        organisation.controls [item]
        directly_affected [text]
        indirectly_affected [text]
        failure_modes [text]
        decisions text
        conclusion text
        trigger initial|new-data|new-model|new-use-case|law|incident|periodic
        next date
        """),
    kind(
        "control-implementation", "SOA", DOCUMENT, clauses="6.1.3 8.3", fields="""
        control! item
        applicable! bool
        justification! text
        drivers [risk|law|contract|objective|good-practice]
        implementation! not-started|planned|partial|implemented
        target date
        measures [text]
        systems [@ai-system]
        policies [@policy]
        documents [@document]
        evidence [@evidence]
        automated bool
        responsibility ours|shared|supplier
        supplier @supplier
        effectiveness map
        effectiveness.how text
        effectiveness.result text
        effectiveness.date date
        """),
    kind(
        "evidence", "EVD", EVENT, date="collected", clauses="7.5.3 8.1", fields="""
        controls! [item]
        file file
        location text
        seen_by @role
        sha256 digest
        collected! date
        collected_by! @role
        method text
        period? map
        period.from! date
        period.to! date
        valid_until? date
        automated bool
        systems [@ai-system]
        """),
    kind(
        "metric", "MTR", DOCUMENT, clauses="9.1 A.6.2.6", fields="""
        unit! text
        source map
        source.file! file
        source.format csv|jsonl
        source.date_column text
        source.value_column text
        source.filter text
        source.aggregation latest|mean|sum|min|max|count
        threshold map
        threshold.warn number
        threshold.fail number
        threshold.direction higher-is-better|lower-is-better
        frequency duration
        area performance|fairness|drift|incidents|control-effectiveness|objectives|audit-findings|oversight
        group_column text
        systems [@ai-system]
        reviewed_by @role
        """),
    kind(
        "exception", "EXC", DOCUMENT, covers=False, clauses="8.1", fields="""
        rule! text
        records! [@]
        reason! text
        approved_by! @role
        until! date
        """),
    kind(
        "oversight-event", "OVS", EVENT, date="date", clauses="A.6.2.6 A.9.2", fields="""
        system! @ai-system
        date! date
        reviewer! @role
        had_information bool
        had_time bool
        decision text
        override bool
        reason text
        reviewed_by @role
        """),
    kind(
        "incident", "INC", EVENT, date="detected", clauses="A.6.2.6 A.8.4", fields="""
        systems! [@ai-system]
        occurred time
        detected! time
        responded time
        resolved time
        severity! low|medium|high|critical
        failure_mode harmful-output|biased-output|prompt-injection|data-leak|outage|drift|wrong-decision|misuse
        affected text
        communicated [map]
        communicated[].to! text
        communicated[].date! date
        root_cause text
        actions [@corrective-action]
        risks [@risk]
        """),
    kind(
        "concern", "CNC", EVENT, date="raised", covers=False, clauses="A.3.3 A.8.3", fields="""
        raised! date
        channel text
        about [@]
        handled_by @role
        outcome text
        """),
    kind(
        "change", "CHG", EVENT, date="date", clauses="6.3 8.1", fields="""
        what! dataset|model|use-case|scope|law|supplier|technology|organisation
        date! date
        systems [@ai-system]
        reason text
        assessed_in [@]
        approved_by @role
        """),
    kind(
        "training", "TRN", EVENT, date="date", clauses="7.2 7.3 A.4.6", fields="""
        roles! [@role]
        date! date
        subject text
        valid_until? date
        evidence @evidence
        """),
    kind(
        "audit", "AUD", EVENT, date="date", covers=False, clauses="9.2.1 9.2.2", fields="""
        date! date
        scope! [item]
        auditors! [@role]
        criteria text
        method text
        programme @document
        report_to @role
        """),
    kind(
        "audit-finding", "FND", EVENT, covers=False, clauses="9.2.1 9.2.2", fields="""
        audit! @audit
        type! conformity|observation|opportunity|minor|major
        controls [item]
        nonconformity @nonconformity
        """),
    kind(
        "nonconformity", "NCR", EVENT, date="found", covers=False, clauses="10.2", fields="""
        found! date
        source [@]
        requirement [item]
        cause text
        actions! [@corrective-action]
        """),
    kind(
        "corrective-action", "CAR", EVENT, clauses="10.2", requires="owner", fields="""
        due! date
        done date
        effectiveness map
        effectiveness.checked_by @role
        effectiveness.date date
        effectiveness.effective bool
        effectiveness.evidence @evidence
        """),
    kind(
        "management-review", "MRV", EVENT, date="date", clauses="9.3.1 9.3.2 9.3.3", fields="""
        date! date
        attended! [@role]
        inputs map
        inputs.previous_actions text
        inputs.context_changes text
        inputs.risk_and_impact text
        inputs.monitoring text
        inputs.audit_findings text
        inputs.incidents_and_nonconformities text
        inputs.opportunities text
        outputs map
        outputs.suitability text
        outputs.improvements text
        outputs.resources text
        outputs.policy_or_objective_changes text
        actions [map]
        actions[].what! text
        actions[].owner @role
        actions[].due date
        actions[].done date
        """),
]

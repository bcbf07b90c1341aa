import DossierText

let today: CivilDate = {
  guard let day = CivilDate("2026-03-31") else { preconditionFailure("a day that exists") }
  return day
}()

import DossierAnalysis
import Testing

@Suite struct ParallelTests {
  @Test(arguments: [1, 2, 3, 8, 100], [0, 1, 2, 15, 16, 17, 1_000])
  func `results are in the order of the values`(workers: Int, count: Int) async throws {
    let results = try await orderedMap(Array(0..<count), workers: workers) { value in
      // The first values take the longest.
      var work = value
      for _ in 0..<((count - value) % 50) * 20 { work = (work &* 31) % 1_000_003 }
      return (value, work)
    }
    #expect(results.map(\.0) == Array(0..<count))
  }

  @Test func `every value is mapped once`() async throws {
    let results = try await orderedMap(Array(0..<10_000), workers: 7) { [$0] }
    #expect(results.count == 10_000)
    #expect(results.joined().elementsEqual(0..<10_000))
  }

  private struct Failure: Error {}

  @Test(arguments: [1, 4])
  func `an error is rethrown`(workers: Int) async {
    await #expect(throws: Failure.self) {
      try await orderedMap(Array(0..<1_000), workers: workers) { value in
        if value == 777 { throw Failure() }
        return value
      }
    }
  }
}

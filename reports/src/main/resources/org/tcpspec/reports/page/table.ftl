<#import "frame.ftl" as f><#import "states.ftl" as s>
<ul><#list coverage.runs as r><li>${r}</li></#list></ul>
<p>Together these runs exercised <b>${coverage.exercisedCells()} of ${coverage.reachableCells()}</b> cells that can be reached, and <b>${coverage.exercisedRows()} of ${coverage.reachableRows()}</b> of their rows. Measured from the packets, calls and signals of each scenario; a cell counts as exercised when each of its rows that can be reached was.</p>
<ul class="legend"><#list statuses as x><li><@f.sign x.key()/> ${x} (${coverage.cells(x)?size} cells, ${coverage.rows(x)?size} rows)</li></#list></ul>
<@s.grid cells "States and events" false/>
<details><summary>${missing?size} rows not exercised</summary><ul><#list missing as r><li><a href="#${r.row.state}-${r.row.event}">${r.row.id}</a> ${r.row.guard}</li></#list></ul></details>
<@s.details cells {}/>

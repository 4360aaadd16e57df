# Sets up one till out of a list, without questions; the twin of set_up_till.sh for Windows.
#   powershell -ExecutionPolicy Bypass -File set_up_till.ps1 LIST.csv TILL SECRETS
# PROVIDER_URL and CLIENT_ID must be set; COUNTRY, CURRENCY, LANGUAGE_CODE may be. Run it as the
# user who will use the till. Ends with what the doctor says: 0 when it can sell.
param([string] $List, [string] $Till, [string] $Secrets)
$ErrorActionPreference = "Stop"
if (-not $Secrets) { Write-Error "usage: set_up_till.ps1 LIST.csv TILL SECRETS"; exit 2 }
$program = if ($env:POS_APP) { $env:POS_APP } else { "$env:ProgramFiles\pos-app\pos-app.exe" }
if (-not ($env:PROVIDER_URL -and $env:CLIENT_ID)) { Write-Error "set PROVIDER_URL and CLIENT_ID"; exit 2 }

$row = Import-Csv $List | Where-Object { $_.till -eq $Till } | Select-Object -First 1
if (-not $row) { Write-Error "$Till is not in $List"; exit 2 }
$people = @(@{ Name = $row.manager; Role = "manager" })
foreach ($name in $row.cashiers.Split(" ", [StringSplitOptions]::RemoveEmptyEntries)) {
    $people += @{ Name = $name; Role = "cashier" }
}
# Look before anything is made.
foreach ($file in @("client-secret") + ($people | ForEach-Object { "pin-" + $_.Name })) {
    if (-not (Test-Path (Join-Path $Secrets $file))) { Write-Error "$file is missing"; exit 2 }
}
function Invoke-Till([string[]] $Arguments, [string] $File) {
    Get-Content (Join-Path $Secrets $File) | & $program @Arguments
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
function Get-Setting([string] $Value, [string] $Otherwise) { if ($Value) { $Value } else { $Otherwise } }

$listed = @(& $program cashier list 2>$null)
if ($LASTEXITCODE -eq 0) {
    Write-Host "$Till is set up already."
} else {
    $listed = @()
    Invoke-Till @("setup", "--store", $row.store, "--till", $Till,
        "--country", (Get-Setting $env:COUNTRY "DE"),
        "--currency", (Get-Setting $env:CURRENCY "EUR"),
        "--provider-url", $env:PROVIDER_URL, "--client-id", $env:CLIENT_ID,
        "--language", (Get-Setting $env:LANGUAGE_CODE "de"), "--secret-stdin") "client-secret"
}
foreach ($person in $people) {
    if ($listed | Where-Object { $_.StartsWith($person.Name + "`t") }) { continue }
    Invoke-Till @("cashier", "add", $person.Name, "--role", $person.Role, "--pin-stdin") ("pin-" + $person.Name)
}
& $program doctor
exit $LASTEXITCODE

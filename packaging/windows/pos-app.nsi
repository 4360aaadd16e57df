; The Windows installer: per machine, upgrades in place, keeps the shop's data.
;   makensis -DVERSION=0.1.0 -DPAYLOAD=..\..\dist\pos-app -DOUT=..\..\dist pos-app.nsi
; VERSION of a candidate has letters (0.2.0rc1): then -DNUMBERS=0.2.0 too. PAYLOAD is what packaging/freeze.py built on Windows. Signing: SIGN is a command that gets the
; file's name, such as -DSIGN="signtool sign /fd sha256 /a"; without it nothing is signed.
;   pos-app-VERSION-setup.exe /S [/AUTOSTART] [/D=C:\folder]     without questions
; Exit status: 0 installed; 1 stopped by somebody; 2 refused, with the reason on screen or, with
; /S, in %TEMP%\pos-app-setup.txt.
Unicode true
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include x64.nsh

!ifndef VERSION
  !error "say -DVERSION=..."
!endif
!ifndef PAYLOAD
  !error "say -DPAYLOAD=..."
!endif
!ifndef NUMBERS
  !define NUMBERS ${VERSION}
!endif
!ifndef OUT
  !define OUT .
!endif
!ifndef SOURCE
  !define SOURCE ..\..
!endif
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\pos-app"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"

Name "$(TITLE)"
OutFile "${OUT}/pos-app-${VERSION}-setup.exe"
InstallDir "$PROGRAMFILES64\pos-app"
RequestExecutionLevel admin
SetCompressor /SOLID lzma
ManifestDPIAware true
BrandingText "pos-app ${VERSION}"
VIProductVersion "${NUMBERS}.0"
VIAddVersionKey ProductName "Gift card till"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Installs the gift card till"
VIAddVersionKey LegalCopyright "Apache-2.0"
!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

!define MUI_ICON "${SOURCE}/resources/images/app.ico"
!define MUI_UNICON "${SOURCE}/resources/images/app.ico"
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartAsUser
!insertmacro MUI_PAGE_LICENSE "${SOURCE}/LICENSE"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE German

LangString TITLE ${LANG_ENGLISH} "Gift card till"
LangString TITLE ${LANG_GERMAN} "Geschenkkartenkasse"
LangString PROGRAM ${LANG_ENGLISH} "The till"
LangString PROGRAM ${LANG_GERMAN} "Die Kasse"
LangString AUTOSTART ${LANG_ENGLISH} "Start at log-in, full screen"
LangString AUTOSTART ${LANG_GERMAN} "Bei der Anmeldung starten, Vollbild"
LangString RUNNING ${LANG_ENGLISH} "The till is running. Close it, then try again. Nothing was changed."
LangString RUNNING ${LANG_GERMAN} "Die Kasse läuft. Bitte schließen und dann noch einmal versuchen. Nichts wurde geändert."
LangString TOO_OLD ${LANG_ENGLISH} "The till needs 64-bit Windows 10 (1809) or newer."
LangString TOO_OLD ${LANG_GERMAN} "Die Kasse braucht Windows 10 (1809) oder neuer mit 64 Bit."
LangString NOT_OURS ${LANG_ENGLISH} "The folder holds something else. Choose an empty one."
LangString NOT_OURS ${LANG_GERMAN} "In diesem Ordner liegt etwas anderes. Bitte einen leeren wählen."
LangString KEPT ${LANG_ENGLISH} "The shop's data was kept in AppData\Local\pos-app of whoever used the till."
LangString KEPT ${LANG_GERMAN} "Die Daten des Geschäfts bleiben in AppData\Local\pos-app bei allen, die die Kasse benutzt haben."

!macro REFUSE UN
Function ${UN}Refuse
  ; The reason is on the stack.
  Exch $0
  ${If} ${Silent}
    FileOpen $1 "$TEMP\pos-app-setup.txt" w
    FileWrite $1 "$0$\r$\n"
    FileClose $1
  ${Else}
    MessageBox MB_OK|MB_ICONSTOP "$0"
  ${EndIf}
  SetErrorLevel 2
  Quit
FunctionEnd

; A running program's file can't be opened for writing.
Function ${UN}RefuseRunning
  !insertmacro REFUSE_OPEN "pos-app.exe" "${UN}"
  !insertmacro REFUSE_OPEN "pos-app-window.exe" "${UN}"
FunctionEnd
!macroend

!macro REFUSE_OPEN FILE UN
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    ${If} ${Errors}
      Push "$(RUNNING)"
      Call ${UN}Refuse
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend
!insertmacro REFUSE ""
!insertmacro REFUSE "un."

Function .onInit
  ${IfNot} ${RunningX64}
    Push "$(TOO_OLD)"
    Call Refuse
  ${EndIf}
  ; Build 17763 is Windows 10 1809, the oldest that Qt 6.11 supports.
  ReadRegStr $0 HKLM "Software\Microsoft\Windows NT\CurrentVersion" CurrentBuildNumber
  ${If} $0 < 17763
    Push "$(TOO_OLD)"
    Call Refuse
  ${EndIf}
  SetRegView 64
  SetShellVarContext all
  ; /D= wins, else an upgrade goes where the program already is.
  ${If} $INSTDIR == "$PROGRAMFILES64\pos-app"
    ReadRegStr $0 HKLM "${UNINSTALL}" InstallLocation
    ${If} $0 != ""
      StrCpy $INSTDIR $0
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext all
FunctionEnd

Function StartAsUser
  ; Not with the installer's rights: the data belongs to whoever sells.
  Exec '"$WINDIR\explorer.exe" "$SMPROGRAMS\$(TITLE).lnk"'
FunctionEnd

Section "$(PROGRAM)" SecProgram
  SectionIn RO
  Call RefuseRunning
  ; Only the program's own folder is ever emptied.
  ${If} ${FileExists} "$INSTDIR\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\pos-app.exe"
    ${DirState} "$INSTDIR" $0
    ${If} $0 == 1
      Push "$(NOT_OURS)"
      Call Refuse
    ${EndIf}
  ${EndIf}
  ; Nothing of an older version may be found by a newer one.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*"
  File "${SOURCE}/LICENSE"
  File "${SOURCE}/NOTICE"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\$(TITLE).lnk" "$INSTDIR\pos-app-window.exe"
  CreateShortcut "$SMPROGRAMS\$(TITLE) - Training.lnk" "$INSTDIR\pos-app-window.exe" "--training"
  WriteRegStr HKLM "${UNINSTALL}" DisplayName "$(TITLE)"
  WriteRegStr HKLM "${UNINSTALL}" DisplayVersion "${VERSION}"
  WriteRegStr HKLM "${UNINSTALL}" DisplayIcon "$INSTDIR\pos-app-window.exe"
  WriteRegStr HKLM "${UNINSTALL}" InstallLocation "$INSTDIR"
  WriteRegStr HKLM "${UNINSTALL}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${UNINSTALL}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${UNINSTALL}" NoModify 1
  WriteRegDWORD HKLM "${UNINSTALL}" NoRepair 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKLM "${UNINSTALL}" EstimatedSize "$0"
  ; Without questions: /AUTOSTART chooses what the tick on the page chooses.
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AUTOSTART" $1
  ${IfNot} ${Errors}
    WriteRegStr HKLM "${RUN}" pos-app '"$INSTDIR\pos-app-window.exe" --full-screen'
  ${EndIf}
SectionEnd

Section /o "$(AUTOSTART)" SecAutostart
  WriteRegStr HKLM "${RUN}" pos-app '"$INSTDIR\pos-app-window.exe" --full-screen'
SectionEnd

Section Uninstall
  Call un.RefuseRunning
  DeleteRegValue HKLM "${RUN}" pos-app
  DeleteRegKey HKLM "${UNINSTALL}"
  Delete "$SMPROGRAMS\$(TITLE).lnk"
  Delete "$SMPROGRAMS\$(TITLE) - Training.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\pos-app.exe"
  Delete "$INSTDIR\pos-app-window.exe"
  Delete "$INSTDIR\LICENSE"
  Delete "$INSTDIR\NOTICE"
  Delete "$INSTDIR\uninstall.exe"
  ; Left where it is when somebody put files of their own there.
  RMDir "$INSTDIR"
  DetailPrint "$(KEPT)"
SectionEnd

;;; emacs.el --- runs in a batch Emacs on a copy of examples/lvs-dr -*- lexical-binding: t -*-
;; With the configuration of docs/editors/emacs.md. Ends with a line of counts.
(require 'cl-lib)
(require 'eglot)
(require 'flymake)

(defvar halint-passed 0)
(defvar halint-failed 0)

(defun halint-check (what good found)
  (if good (cl-incf halint-passed) (cl-incf halint-failed))
  (princ (format "%s %s%s\n" (if good "ok  " "FAIL") what (if good "" (format ": %S" found)))))

(defun halint-wait (condition)
  (with-timeout (20 nil)
    (while (not (funcall condition)) (accept-process-output nil 0.05))
    t))

(defun halint-data (diagnostic)
  (cdr (assoc 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))))

(defun halint-finding (rule)
  (cl-find-if (lambda (one) (equal (plist-get (halint-data one) :code) rule)) (flymake-diagnostics)))

(defun halint-go (line text)
  (goto-char (point-min))
  (forward-line (1- line))
  (search-forward text (line-end-position))
  (backward-char 1))

(defun halint-main ()
  (setq eglot-sync-connect 20 eglot-confirm-server-initiated-edits nil make-backup-files nil)
  (find-file (getenv "HALINT_FILE"))
  (halint-check "the path tells the mode" (eq major-mode 'halint-keepalived-mode) major-mode)
  ;; eglot-ensure starts the server after the command, which a batch Emacs does not have.
  (run-hooks 'post-command-hook)
  (halint-wait #'eglot-current-server)
  (halint-check "the server runs" (and (eglot-current-server) t) nil)
  (halint-wait (lambda () (and (halint-finding "schema/unknown-keyword") (halint-finding "cluster/advert-int-mismatch"))))

  (let ((typo (halint-finding "schema/unknown-keyword")))
    (halint-check "a diagnostic at the typo"
                  (and typo
                       (= (line-number-at-pos (flymake-diagnostic-beg typo)) 30)
                       (string-match-p "inteface" (flymake-diagnostic-text typo)))
                  typo))

  (let* ((advert (halint-finding "cluster/advert-int-mismatch"))
         (related (and advert (plist-get (halint-data advert) :relatedInformation)))
         (location (and (> (length related) 0) (plist-get (elt related 0) :location))))
    (halint-check "a diagnostic between nodes"
                  (and advert (string-match-p "3 on supermente" (flymake-diagnostic-text advert)))
                  advert)
    (halint-check "its place on the other node"
                  (and location
                       (string-suffix-p "/supermente/etc/keepalived/keepalived.conf" (plist-get location :uri))
                       (= 32 (plist-get (plist-get (plist-get location :range) :start) :line)))
                  related))

  (let (text)
    (halint-go 33 "advert_int")
    (eglot-hover-eldoc-function (lambda (found &rest _) (setq text (format "%s" found))))
    (halint-wait (lambda () text))
    (halint-check "hover" (and text (string-match-p "advert_int" text) (string-match-p "default" text)) text))

  (let (titles (last-nonmenu-event ?a))
    (halint-go 30 "lvs_sync_daemon_inteface")
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt items &rest _)
                 (setq titles (mapcar (lambda (item) (if (consp item) (car item) item)) items))
                 (cl-find-if (lambda (title) (string-match-p "lvs_sync_daemon_interface" title)) titles))))
      (eglot-code-actions (point) (point) nil t))
    (halint-wait #'buffer-modified-p)
    (save-buffer)
    (let ((disk (with-temp-buffer (insert-file-contents (getenv "HALINT_FILE")) (buffer-string))))
      (halint-check "the quick fix is applied and saved"
                    (and (string-match-p "^    lvs_sync_daemon_interface eth0$" disk)
                         (not (string-match-p "inteface" disk)))
                    titles)))
  (halint-wait (lambda () (not (halint-finding "schema/unknown-keyword"))))
  (halint-check "its finding is gone" (not (halint-finding "schema/unknown-keyword")) nil)
  (halint-check "the others stay" (halint-finding "cluster/advert-int-mismatch") (flymake-diagnostics)))

(condition-case problem (halint-main) (error (halint-check "the run" nil problem)))
(princ (format "emacs %s: %d passed, %d failed\n" emacs-version halint-passed halint-failed))
(let ((kill-emacs-hook nil)) (kill-emacs (if (= halint-failed 0) 0 1)))

-- Runs in a headless Neovim on a copy of examples/lvs-dr, with the configuration of docs/editors/neovim.md. Ends with a line of counts.
local passed, failed = 0, 0
local function check(what, good, found)
  if good then passed = passed + 1 else failed = failed + 1 end
  io.stdout:write((good and 'ok   ' or 'FAIL ') .. what .. (good and '' or ': ' .. vim.inspect(found)) .. '\n')
end

local function main()
  local buffer = vim.api.nvim_get_current_buf()
  local file = vim.api.nvim_buf_get_name(buffer)
  local function lsp(one) return one.user_data and one.user_data.lsp or {} end
  local function finding(code)
    for _, one in ipairs(vim.diagnostic.get(buffer)) do
      if (one.code or lsp(one).code) == code then return one end
    end
  end
  local function wait(condition) return vim.wait(20000, condition, 50) end

  check('the path tells the file type', vim.bo.filetype == 'keepalived', vim.bo.filetype)
  wait(function() return finding('schema/unknown-keyword') and finding('cluster/advert-int-mismatch') end)

  local typo = finding('schema/unknown-keyword')
  check('a diagnostic at the typo', typo and typo.lnum == 29 and typo.col == 4 and typo.message:match('inteface'), typo)

  local advert = finding('cluster/advert-int-mismatch')
  local other = advert and (lsp(advert).relatedInformation or {})[1]
  check('a diagnostic between nodes', advert and advert.message:match('3 on supermente'), advert)
  check(
    'its place on the other node',
    other
      and other.location.uri:match('/supermente/etc/keepalived/keepalived%.conf$')
      and other.location.range.start.line == 32,
    other
  )

  vim.api.nvim_win_set_cursor(0, { 33, 6 })
  vim.lsp.buf.hover()
  local text = ''
  wait(function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
        text = table.concat(lines, '\n')
      end
    end
    return text ~= ''
  end)
  check('hover', text:match('advert_int') and text:match('default'), text)

  local titles = {}
  vim.ui.select = function(items, options, choose)
    for _, item in ipairs(items) do
      local title = options.format_item(item)
      table.insert(titles, title)
      if title:match('lvs_sync_daemon_interface') then return choose(item, 1) end
    end
    choose(nil)
  end
  vim.api.nvim_win_set_cursor(0, { 30, 6 })
  vim.lsp.buf.code_action()
  wait(function() return vim.bo.modified end)
  vim.cmd('silent write')
  local disk = table.concat(vim.fn.readfile(file), '\n')
  check(
    'the quick fix is applied and saved',
    disk:match('\n    lvs_sync_daemon_interface eth0\n') and not disk:match('inteface'),
    titles
  )
  wait(function() return not finding('schema/unknown-keyword') end)
  check('its finding is gone', not finding('schema/unknown-keyword'), finding('schema/unknown-keyword'))
  check('the others stay', finding('cluster/advert-int-mismatch') ~= nil, vim.diagnostic.get(buffer))
end

local fine, message = pcall(main)
if not fine then check('the run', false, message) end
local version = vim.version()
io.stdout:write(('neovim %d.%d.%d: %d passed, %d failed\n'):format(version.major, version.minor, version.patch, passed, failed))
vim.cmd(failed == 0 and 'qa!' or 'cq!')
